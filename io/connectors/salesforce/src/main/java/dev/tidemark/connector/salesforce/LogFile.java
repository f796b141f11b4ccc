// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;

/**
 * A file of events of one type, as the vendor lists it. It never changes: what shows late comes in
 * another.
 */
record LogFile(String id, LogKind kind, Instant created) {
  static final String FIELDS = "Id, EventType, CreatedDate";

  static LogFile of(JsonNode row) {
    String id = row.path("Id").asText();
    LogKind kind = LogKind.of(row.path("EventType").asText()).orElseThrow(() -> strange(id));
    Instant created = SalesforceTime.of(row.path("CreatedDate")).orElseThrow(() -> strange(id));
    return new LogFile(id, kind, created);
  }

  /** Where its content is. */
  String resource() {
    return "sobjects/EventLogFile/" + id + "/LogFile";
  }

  private static ConnectorException strange(String id) {
    return ConnectorException.of(
        Category.DATA,
        "event log file "
            + id
            + " has no CreatedDate, or a type that was not asked for: report it to the vendor");
  }
}
