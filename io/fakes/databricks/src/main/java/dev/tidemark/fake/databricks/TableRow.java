// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a system table.
 *
 * @param shows when readers see it
 * @param values by column; what is not named is null
 */
record TableRow(Shape shape, Instant shows, Map<String, @Nullable Object> values) {
  /** A row from columns and values in turn, seen at once. */
  static TableRow of(String table, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      values.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
    }
    return new TableRow(Shape.of(table), Instant.EPOCH, values);
  }

  TableRow showing(Instant time) {
    return new TableRow(shape, time, values);
  }
}
