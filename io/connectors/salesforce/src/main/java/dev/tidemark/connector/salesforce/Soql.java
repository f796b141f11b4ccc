// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Values as SOQL writes them. */
final class Soql {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Soql() {}

  /** A text, quoted. */
  static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  static String texts(Collection<String> texts) {
    return texts.stream().map(Soql::text).collect(Collectors.joining(", ", "(", ")"));
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  static String select(List<String> fields, String object) {
    return "SELECT " + String.join(", ", fields) + " FROM " + object;
  }
}
