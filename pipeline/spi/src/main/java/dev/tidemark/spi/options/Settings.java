// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Values for a set of options, parsed and validated. Immutable; its text form masks secrets. */
public final class Settings {
  private final Options options;
  private final Map<String, Object> values;

  Settings(Options options, Map<String, Object> values) {
    this.options = options;
    this.values = Map.copyOf(values);
  }

  /** The value of a required option, or of one with a default. */
  public <T> T require(Option<T> option) {
    return find(option)
        .orElseThrow(() -> new IllegalStateException("option " + option.name() + " has no value"));
  }

  /** The value of an option, its default where none was given, empty where it has neither. */
  public <T> Optional<T> find(Option<T> option) {
    Object value = values.get(option.name());
    return value == null ? option.defaultValue() : Optional.of(option.type().cast(value));
  }

  /** What was given, in the order of the options, as it would be written; secrets masked. */
  public Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    options.all().forEach(option -> show(option, shown));
    return Collections.unmodifiableMap(shown);
  }

  private void show(Option<?> option, Map<String, String> shown) {
    Object value = values.get(option.name());
    if (value != null) {
      shown.put(option.name(), option.print(value));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values);
  }

  @Override
  public String toString() {
    return shown().toString();
  }
}
