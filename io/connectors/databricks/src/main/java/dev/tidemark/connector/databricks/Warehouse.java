// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.http.Call;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;

/**
 * The warehouse statements run on.
 *
 * @param state as the vendor words it: STARTING, RUNNING, STOPPING, STOPPED, DELETING, DELETED
 * @param idle how long it stays up after its last statement
 */
record Warehouse(String name, String state, Duration idle) {
  private static final Duration LATER = Duration.ofMinutes(15);

  static Warehouse of(Session session) {
    String id = session.platform().account().warehouse();
    JsonNode node = session.ask(Call.get("/api/2.0/sql/warehouses/" + Call.segment(id)));
    return new Warehouse(
        node.path("name").asText(),
        node.path("state").asText(),
        Duration.ofMinutes(node.path("auto_stop_mins").asLong(0)));
  }

  boolean isUp() {
    return state.equals("RUNNING");
  }

  /** Refuses to start it where that is not wanted. */
  void allow(Session session) {
    if (!isUp() && !session.scope().wakes()) {
      throw ConnectorException.rateLimited(
          "warehouse '"
              + name
              + "' is "
              + state
              + " and wake-warehouse is off: streams that need it wait until somebody starts it",
          session.now().plus(LATER));
    }
  }

  /** What starting it costs beyond the statement: it stays up until it stops by itself. */
  Duration afterwards() {
    return isUp() ? Duration.ZERO : idle;
  }
}
