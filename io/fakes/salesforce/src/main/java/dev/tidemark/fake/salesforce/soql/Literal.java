// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A value in a condition.
 *
 * @param text as fields hold it: times in UTC with milliseconds
 */
record Literal(Type type, String text) {
  /** As the service writes times: three digits of a second, an offset without a colon. */
  private static final DateTimeFormatter READ =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SSSSSS][XXX][XX]");

  /** What it is. */
  enum Type {
    TEXT,
    TIME,
    NUMBER,
    TRUTH,
    NULL
  }

  static Literal of(Token token) {
    return switch (token.kind()) {
      case TEXT -> new Literal(Type.TEXT, token.text());
      case TIME -> new Literal(Type.TIME, SoqlTime.text(OffsetDateTime.parse(token.text(), READ)));
      case DATE -> new Literal(Type.TEXT, token.text());
      case NUMBER -> new Literal(Type.NUMBER, token.text());
      case WORD -> word(token);
      default -> throw SoqlException.malformed("unexpected token: '" + token.text() + "'");
    };
  }

  private static Literal word(Token token) {
    if (token.is("null")) {
      return new Literal(Type.NULL, "");
    }
    if (token.is("true") || token.is("false")) {
      return new Literal(Type.TRUTH, token.text().toLowerCase(java.util.Locale.ROOT));
    }
    throw SoqlException.malformed("unexpected token: '" + token.text() + "'");
  }

  /** How a field compares with it; texts without regard to case, as the service does. */
  int compare(JsonNode value) {
    return switch (type) {
      case NUMBER -> Double.compare(value.asDouble(), Double.parseDouble(text));
      case TEXT -> value.asText().compareToIgnoreCase(text);
      default -> value.asText().compareTo(text);
    };
  }

  /** How an identifier compares with it: with regard to case. */
  int compareExactly(JsonNode value) {
    return type == Type.TEXT ? value.asText().compareTo(text) : compare(value);
  }
}
