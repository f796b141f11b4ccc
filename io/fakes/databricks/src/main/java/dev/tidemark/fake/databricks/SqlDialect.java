// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of the vendor's SQL as the engine takes it: the system catalogue is the engine's own,
 * fields of structs are columns, and named parameters become places.
 *
 * @param values what the places stand for, in order
 */
record SqlDialect(String text, List<Object> values) {
  private static final Pattern MARKER = Pattern.compile(":([a-zA-Z_][a-zA-Z_0-9]*)");
  private static final Pattern TABLE = Pattern.compile("system\\.([a-z_]+\\.[a-z_]+)");

  /** Translates a statement with its parameters by name. */
  static SqlDialect of(String statement, Map<String, Object> parameters) {
    String text = statement.replace("system.information_schema.", "unity.").replace("system.", "");
    for (String nested : Shape.nested()) {
      text = text.replace("." + nested, "." + Shape.column(nested));
    }
    List<Object> values = new ArrayList<>();
    String placed =
        MARKER
            .matcher(text)
            .replaceAll(
                marker -> {
                  Object value = parameters.get(marker.group(1));
                  if (value == null) {
                    throw new IllegalArgumentException("no parameter " + marker.group(1));
                  }
                  values.add(value);
                  return value instanceof Long
                      ? Matcher.quoteReplacement("CAST(? AS BIGINT)")
                      : Matcher.quoteReplacement("CAST(? AS VARCHAR)");
                });
    return new SqlDialect(placed, values);
  }

  /** The system tables a statement names. */
  static List<String> tables(String statement) {
    return TABLE.matcher(statement).results().map(it -> it.group(1)).distinct().toList();
  }
}
