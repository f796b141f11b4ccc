// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How the connectors and streams of an organisation stand.
 *
 * @param connectors the version of each
 * @param streams the state of each
 */
record Standing(Map<UUID, Long> connectors, Map<StreamKey, String> streams) {
  private static final String CONNECTORS =
      "SELECT id, version FROM data_connectors WHERE organisation_id = ?";

  private static final String STREAMS =
      "SELECT connector_id, stream, state FROM stream_status WHERE organisation_id = ?";

  /** Names a stream. */
  record StreamKey(UUID connector, String name) {
    ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("connector", connector.toString())
          .put("stream", name);
    }
  }

  static Standing of(Session session, UUID organisation) throws SQLException {
    Map<UUID, Long> connectors = new HashMap<>();
    session.list(
        CONNECTORS, row -> connectors.put(row.uuid("id"), row.bigint("version")), organisation);
    Map<StreamKey, String> streams = new HashMap<>();
    session.list(STREAMS, row -> streams.put(key(row), row.text("state").intern()), organisation);
    return new Standing(connectors, streams);
  }

  private static StreamKey key(Row row) throws SQLException {
    return new StreamKey(row.uuid("connector_id"), row.text("stream"));
  }
}
