// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.Fields;
import java.util.List;
import java.util.stream.Collectors;

/** Results of query jobs: every value in quotes, nothing for null, times with Z. */
final class BulkCsv {
  private BulkCsv() {}

  /** A set of results; each begins with the names of the columns. */
  static String of(List<String> fields, List<ObjectNode> records) {
    StringBuilder text = new StringBuilder(line(fields));
    for (ObjectNode record : records) {
      text.append(line(fields.stream().map(field -> value(Fields.at(record, field))).toList()));
    }
    return text.toString();
  }

  private static String value(JsonNode value) {
    String text = value.isNull() ? "" : value.asText();
    boolean time = text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    return time ? text.replace("+0000", "Z") : text;
  }

  private static String line(List<String> values) {
    return values.stream()
        .map(value -> value.isEmpty() ? "" : "\"" + value.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "", "\n"));
  }
}
