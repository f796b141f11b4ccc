// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.window;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The allow-listed attributes of a metric, sorted by name. Immutable; equal by content. */
public final class Attributes {
  private static final Attributes NONE = new Attributes(new TreeMap<>());

  private final SortedMap<String, String> values;
  private int hash;

  private Attributes(SortedMap<String, String> values) {
    this.values = values;
  }

  public static Attributes none() {
    return NONE;
  }

  public static Attributes of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Attributes(new TreeMap<>(values));
  }

  public static Attributes of(String name, String value) {
    return of(Map.of(name, value));
  }

  /** The attributes, by name in order. The map must not be changed. */
  public SortedMap<String, String> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Attributes attributes
            && hashCode() == attributes.hashCode()
            && values.equals(attributes.values));
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = values.hashCode();
      hash = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
