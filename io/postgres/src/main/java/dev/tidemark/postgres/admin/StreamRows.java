// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.admin.Status.StreamPart;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.ledger.Costs;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How streams stand, as rows. */
final class StreamRows {
  private static final String OF_A_STREAM =
      "t.connector_id, t.connector, t.stream, t.stratum, t.state, t.held, t.connected_at,"
          + " t.last_poll, t.committed_at, t.complete_through, t.failing_since, t.failure_category,"
          + " t.failure_message, t.next_try, t.paused_until, t.pause_reason, t.cost";

  /** The part first, from an index, and then all about its streams alone. */
  private static final String PART_OF_STREAMS =
      "SELECT "
          + OF_A_STREAM
          + """
           FROM stream_status t
           WHERE t.organisation_id = ? AND t.stream_id = ANY (ARRAY(
                 SELECT s.id FROM stream s
                  WHERE s.organisation_id = ? AND (s.connector_id, s.name) > (?, ?)%s
                  ORDER BY s.connector_id, s.name LIMIT ?))
           ORDER BY t.connector_id, t.stream\
          """;

  private static final String PART_OF_ALL = PART_OF_STREAMS.formatted("");
  private static final String PART_OF_SOME = PART_OF_STREAMS.formatted(" AND s.stratum = ANY (?)");

  /** Added up from hours that lie far apart, which takes several times as long as all the rest. */
  private static final String STREAMS_WITH_DAY =
      "SELECT "
          + OF_A_STREAM
          + """
          , r.pages, r.records, r.bytes, r.calls
            FROM stream_status t
           CROSS JOIN LATERAL (
                 SELECT coalesce(sum(l.pages), 0) AS pages, coalesce(sum(l.records), 0) AS records,
                        coalesce(sum(l.bytes), 0) AS bytes, coalesce(sum(l.calls), 0) AS calls
                   FROM sync_log l WHERE l.stream_id = t.stream_id AND l.hour > now() - interval '1 day') r
           WHERE t.organisation_id = ?%s ORDER BY t.connector, t.stream\
          """;

  private StreamRows() {}

  static List<StreamStatus> all(Database database, OrganisationId organisation) {
    return database.list(
        STREAMS_WITH_DAY.formatted(""), StreamRows::streamWithDay, organisation.value());
  }

  static List<StreamStatus> of(
      Database database, OrganisationId organisation, ConnectorId connector) {
    return database.list(
        STREAMS_WITH_DAY.formatted(" AND t.connector_id = ?"),
        StreamRows::streamWithDay,
        organisation.value(),
        connector.value());
  }

  static List<StreamStatus> part(Database database, OrganisationId organisation, StreamPart part) {
    UUID owner = organisation.value();
    UUID after = part.connector().value();
    return part.strata().isEmpty()
        ? database.list(
            PART_OF_ALL, StreamRows::streamAlone, owner, owner, after, part.name(), part.most())
        : database.list(
            PART_OF_SOME,
            StreamRows::streamAlone,
            owner,
            owner,
            after,
            part.name(),
            Columns.texts(part.strata()),
            part.most());
  }

  private static StreamStatus streamAlone(Row row) throws SQLException {
    return stream(row, null);
  }

  private static StreamStatus streamWithDay(Row row) throws SQLException {
    return stream(row, Status.read(row));
  }

  private static StreamStatus stream(Row row, @Nullable Volume day) throws SQLException {
    return new StreamStatus(
        new ConnectorId(row.uuid("connector_id")),
        row.text("connector"),
        row.text("stream"),
        row.text("stratum"),
        row.text("state"),
        row.flag("held"),
        row.instant("connected_at"),
        row.maybeInstant("last_poll").orElse(null),
        row.maybeInstant("committed_at").orElse(null),
        row.maybeInstant("complete_through").orElse(null),
        row.maybeInstant("failing_since").orElse(null),
        row.maybeText("failure_category").orElse(null),
        row.maybeText("failure_message").orElse(null),
        row.maybeInstant("next_try").orElse(null),
        row.maybeInstant("paused_until").orElse(null),
        row.maybeText("pause_reason").orElse(null),
        Costs.parse(row.text("cost")),
        day);
  }
}
