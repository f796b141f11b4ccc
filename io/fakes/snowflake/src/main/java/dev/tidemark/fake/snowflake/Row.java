// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a view.
 *
 * @param shows when it shows
 * @param values by column; what is not named is null
 */
record Row(Instant shows, Map<String, @Nullable Object> values) {
  /** A row from names and values in turn. */
  static Row of(Instant shows, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      values.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
    }
    return new Row(shows, values);
  }

  /** The same with other values of some columns. */
  Row with(Map<String, ? extends @Nullable Object> changed) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.putAll(changed);
    return new Row(shows, copy);
  }

  Row showing(Instant at) {
    return new Row(at, values);
  }
}
