// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.live.Progress.ActiveConnector;
import dev.tidemark.job.command.live.Progress.ReadStream;
import dev.tidemark.job.command.live.Progress.ScoredOrganisation;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks the database how far things have come. */
final class ProgressQuery {
  private static final String CONNECTORS =
      """
      SELECT id, name, connector_type, streams FROM data_connectors
       WHERE status = 'ACTIVE' ORDER BY name\
      """;

  private static final String STREAMS =
      """
      SELECT connector_id, stream, state, job_epoch, caught_up_at, complete_through,
             CASE WHEN failing_since IS NOT NULL THEN coalesce(failure_message, 'no reason given') END AS failure
        FROM stream_status ORDER BY connector, stream\
      """;

  private static final String ORGANISATIONS =
      """
      SELECT o.id, o.name, o.revision, coalesce(c.revision, -1) AS scored
        FROM organisation o
        LEFT JOIN (score_card c JOIN model_version m ON m.id = c.model AND m.status = 'active')
          ON c.organisation_id = o.id
       ORDER BY o.name\
      """;

  private final Database database;

  ProgressQuery(Database database) {
    this.database = database;
  }

  /** Everything, read in one snapshot. */
  Progress now() {
    return database.snapshot(
        session ->
            new Progress(
                connectors(session), session.list(ORGANISATIONS, ProgressQuery::organisation)));
  }

  private record OwnedStream(UUID connector, ReadStream stream) {}

  private static List<ActiveConnector> connectors(Session session) throws SQLException {
    Map<UUID, List<ReadStream>> streams =
        session.list(STREAMS, ProgressQuery::stream).stream()
            .collect(
                Collectors.groupingBy(
                    OwnedStream::connector,
                    Collectors.mapping(OwnedStream::stream, Collectors.toList())));
    return session.list(CONNECTORS, row -> connector(row, streams));
  }

  private static ActiveConnector connector(Row row, Map<UUID, List<ReadStream>> streams)
      throws SQLException {
    UUID id = row.uuid("id");
    return new ActiveConnector(
        new ConnectorId(id),
        row.text("name"),
        row.text("connector_type"),
        Set.copyOf(row.texts("streams")),
        streams.getOrDefault(id, List.of()));
  }

  private static OwnedStream stream(Row row) throws SQLException {
    return new OwnedStream(
        row.uuid("connector_id"),
        new ReadStream(
            row.text("stream"),
            row.text("state"),
            row.bigint("job_epoch"),
            row.maybeInstant("caught_up_at").orElse(null),
            row.maybeInstant("complete_through").orElse(null),
            row.maybeText("failure").orElse(null)));
  }

  private static ScoredOrganisation organisation(Row row) throws SQLException {
    return new ScoredOrganisation(
        new OrganisationId(row.uuid("id")),
        row.text("name"),
        row.bigint("revision"),
        row.bigint("scored"));
  }
}
