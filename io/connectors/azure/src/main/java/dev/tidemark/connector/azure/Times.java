// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as the vendor writes them. */
final class Times {
  private Times() {}

  /**
   * The time a field holds.
   *
   * @throws ConnectorException of category DATA if it holds none
   */
  static Instant require(JsonNode object, String field) {
    try {
      return OffsetDateTime.parse(object.path(field).asText()).toInstant();
    } catch (DateTimeException malformed) {
      throw ConnectorException.of(
          Category.DATA, "Azure answered a " + field + " that is no time: it is tried again later");
    }
  }
}
