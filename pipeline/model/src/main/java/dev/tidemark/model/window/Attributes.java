// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.window;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The allow-listed attributes of a metric, sorted by name. Immutable; equal by content, and ordered
 * by it.
 *
 * <p>Every event carries some, most of them one: they are kept flat, and a map is made of them when
 * it is asked for.
 */
public final class Attributes implements Comparable<Attributes> {
  private static final Attributes NONE = new Attributes();

  /** Names at even places, in order, each before its value. */
  private final String[] pairs;

  private final int hash;

  private Attributes(String... pairs) {
    for (String word : pairs) {
      Objects.requireNonNull(word, "a name or value of an attribute");
    }
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  public static Attributes none() {
    return NONE;
  }

  public static Attributes of(Map<String, String> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    String[] pairs = new String[2 * values.size()];
    int next = 0;
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      pairs[next++] = value.getKey();
      pairs[next++] = value.getValue();
    }
    return new Attributes(pairs);
  }

  public static Attributes of(String name, String value) {
    return new Attributes(name, value);
  }

  /** How many there are. */
  public int size() {
    return pairs.length / 2;
  }

  /** The name at a place, counted from 0, by name in order. */
  public String name(int place) {
    return pairs[2 * place];
  }

  /** The value of the name at a place. */
  public String value(int place) {
    return pairs[2 * place + 1];
  }

  /** The attributes, by name in order. The map cannot be changed. */
  public NavigableMap<String, String> values() {
    NavigableMap<String, String> values = new TreeMap<>();
    for (int place = 0; place < size(); place++) {
      values.put(name(place), value(place));
    }
    return Collections.unmodifiableNavigableMap(values);
  }

  @Override
  public int compareTo(Attributes other) {
    return Arrays.compare(pairs, other.pairs);
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Attributes attributes
            && hash == attributes.hash
            && Arrays.equals(pairs, attributes.pairs));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int place = 0; place < size(); place++) {
      text.add(name(place) + "=" + value(place));
    }
    return text.toString();
  }
}
