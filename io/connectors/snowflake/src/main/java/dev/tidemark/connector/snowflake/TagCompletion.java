// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the class and the certificate of a table from its tags. A tag of the table or its columns
 * goes before one of its schema, that before one of its database, as inheritance has it.
 */
final class TagCompletion implements Completion {
  private static final Pattern BETWEEN = Pattern.compile(Pattern.quote("~|~"));

  @Override
  public boolean complete(ObjectNode record, Scope scope) {
    record.put("class", classOf(record, scope.classTags()).orElse("none"));
    record.put("certified", first(record, scope.certifiedTags()).filter(this::says).isPresent());
    return scope.wants(record, "database_name");
  }

  private boolean says(List<String> values) {
    return values.stream().anyMatch(value -> !value.equalsIgnoreCase("false"));
  }

  private static Optional<String> classOf(ObjectNode record, List<String> names) {
    return first(record, names).flatMap(Sensitivity::most);
  }

  /** The values of those tags at the nearest level that has any. */
  private static Optional<List<String>> first(ObjectNode record, List<String> names) {
    for (String level : List.of("tags", "schema_tags", "database_tags")) {
      List<String> values = values(record.path(level).asText(""), names);
      if (!values.isEmpty()) {
        return Optional.of(values);
      }
    }
    return Optional.empty();
  }

  private static List<String> values(String tags, List<String> names) {
    List<String> values = new ArrayList<>();
    for (String tag : BETWEEN.split(tags)) {
      int equals = tag.indexOf('=');
      if (equals > 0 && isOneOf(tag.substring(0, equals), names)) {
        values.add(tag.substring(equals + 1));
      }
    }
    return values;
  }

  private static boolean isOneOf(String name, List<String> names) {
    String upper = name.toUpperCase(Locale.ROOT);
    return names.stream().anyMatch(it -> it.toUpperCase(Locale.ROOT).equals(upper));
  }
}
