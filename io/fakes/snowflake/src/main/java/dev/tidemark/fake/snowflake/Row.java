// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a view while it is made.
 *
 * @param shows when it shows
 * @param values by column; what is not named is null
 */
record Row(Instant shows, Map<String, @Nullable Object> values) {
  /** A row without values yet. */
  static Row at(Instant shows) {
    return new Row(shows, new LinkedHashMap<>());
  }

  /** A row that shows whenever it is there, without values yet. */
  static Row always() {
    return at(Instant.EPOCH);
  }

  /** Fills a column. */
  Row put(String column, @Nullable Object value) {
    values.put(column, value);
    return this;
  }
}
