// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a page begins in an order by several columns, as a condition: all that comes after certain
 * values of them. Ties in one column are broken by the next, so that an edge loses nothing.
 *
 * @param columns in order; together they are unique
 */
record Keyset(List<String> columns) {
  /** The condition with a parameter for each of {@link #parameters}. */
  String after() {
    List<String> cases = new ArrayList<>();
    for (int last = 0; last < columns.size(); last++) {
      cases.add(conjunction(last));
    }
    return "(" + String.join(" OR ", cases) + ")";
  }

  /** The parameters of the condition, for values in the order of the columns. */
  List<Object> parameters(List<?> values) {
    List<Object> parameters = new ArrayList<>();
    for (int last = 0; last < columns.size(); last++) {
      parameters.addAll(values.subList(0, last + 1));
    }
    return parameters;
  }

  String order() {
    return String.join(", ", columns);
  }

  private String conjunction(int last) {
    String equal =
        columns.subList(0, last).stream()
            .map(column -> column + " = ? AND ")
            .collect(Collectors.joining());
    return "(" + equal + columns.get(last) + " > ?)";
  }
}
