// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as the vendor writes them: {@code 2026-01-01T00:00:00.000+0000}, without a colon. */
final class SalesforceTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XX][XXX]");

  private SalesforceTime() {}

  static Optional<Instant> of(JsonNode value) {
    try {
      return value.isTextual()
          ? Optional.of(OffsetDateTime.parse(value.textValue(), FORM).toInstant())
          : Optional.empty();
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** The same time as everybody else writes it; what is none stays as it came. */
  static JsonNode plain(JsonNode value) {
    return of(value).<JsonNode>map(time -> TextNode.valueOf(time.toString())).orElse(value);
  }
}
