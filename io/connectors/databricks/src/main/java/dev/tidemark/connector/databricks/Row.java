// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result: every cell is a text or null.
 *
 * @param cells by column
 */
record Row(Map<String, @Nullable String> cells) {
  /** Gives cells the names of the result's columns. */
  static Row of(List<String> columns, List<@Nullable String> values) {
    Map<String, @Nullable String> cells = new TreeMap<>();
    for (int index = 0; index < columns.size() && index < values.size(); index++) {
      cells.put(columns.get(index), values.get(index));
    }
    return new Row(cells);
  }

  Optional<String> find(String column) {
    return Optional.ofNullable(cells.get(column));
  }

  boolean has(String column) {
    return cells.containsKey(column);
  }

  /** What tells it from the other rows of its stream, in their order. */
  String key() {
    return find(SqlText.KEY).orElse("");
  }
}
