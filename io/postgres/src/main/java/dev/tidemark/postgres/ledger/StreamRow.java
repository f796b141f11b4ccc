// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stream's row.
 *
 * @param lease null where nobody holds it
 * @param job null where nobody ever held it
 * @param previousLease the one before this, null where there was none
 * @param previousEpoch of the job that held it
 * @param fingerprint of the last commit, null before the first
 * @param revision the organisation's, of the last commit
 */
record StreamRow(
    long id,
    StreamId stream,
    @Nullable Lease lease,
    @Nullable PipelineJob job,
    @Nullable Lease previousLease,
    long previousEpoch,
    long sequence,
    Cursor cursor,
    @Nullable UUID fingerprint,
    long revision) {
  private static final String LOCK =
      """
      SELECT s.* FROM stream s
        JOIN unnest(?::uuid[], ?::text[]) AS wanted (connector_id, name) USING (connector_id, name)
       ORDER BY s.id FOR UPDATE OF s\
      """;

  private static final String FIND =
      """
      SELECT s.* FROM stream s
        JOIN unnest(?::uuid[], ?::text[]) AS wanted (connector_id, name) USING (connector_id, name)\
      """;

  /** The rows of those streams that have one, locked in one order for everyone. */
  static Map<StreamId, StreamRow> lock(Session session, Collection<StreamId> streams)
      throws SQLException {
    return rows(session, LOCK, streams);
  }

  /** The rows of those streams that have one. */
  static Map<StreamId, StreamRow> find(Session session, Collection<StreamId> streams)
      throws SQLException {
    return rows(session, FIND, streams);
  }

  boolean carries(Lease expected) {
    return expected.equals(lease);
  }

  private static Map<StreamId, StreamRow> rows(
      Session session, String sql, Collection<StreamId> streams) throws SQLException {
    Object[] wanted =
        Columns.of(streams)
            .uuid(stream -> stream.connector().value())
            .text(StreamId::name)
            .parameters();
    return session.list(sql, StreamRow::read, wanted).stream()
        .collect(Collectors.toMap(StreamRow::stream, Function.identity()));
  }

  static StreamRow read(Row row) throws SQLException {
    return new StreamRow(
        row.bigint("id"),
        new StreamId(
            new OrganisationId(row.uuid("organisation_id")),
            new ConnectorId(row.uuid("connector_id")),
            row.text("name")),
        row.maybeUuid("lease").map(Lease::new).orElse(null),
        job(row),
        row.maybeUuid("previous_lease").map(Lease::new).orElse(null),
        row.maybeBigint("previous_epoch").orElse(0L),
        row.bigint("sequence"),
        new Cursor(row.text("cursor")),
        row.maybeUuid("fingerprint").orElse(null),
        row.bigint("revision"));
  }

  private static @Nullable PipelineJob job(Row row) throws SQLException {
    UUID id = row.maybeUuid("job_id").orElse(null);
    return id == null ? null : new PipelineJob(id, row.bigint("job_epoch"));
  }
}
