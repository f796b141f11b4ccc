// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may read a stream, in its row. */
final class PostgresLeases implements StreamLeases {
  /**
   * A plan without metrics is that of a connector that could not be opened: it tells nothing new.
   */
  private static final String TAKE =
      """
      INSERT INTO stream AS s
             (organisation_id, connector_id, name, lease, job_id, job_epoch, connector_type, stratum,
              interval_millis, latency_millis, precedence, metrics)
      SELECT c.organisation_id, c.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        FROM data_connectors c WHERE c.organisation_id = ? AND c.id = ?
          ON CONFLICT (connector_id, name) DO UPDATE
         SET previous_lease = coalesce(s.lease, s.previous_lease),
             previous_epoch = CASE WHEN s.lease IS NULL THEN s.previous_epoch ELSE s.job_epoch END,
             caught_up_at = CASE WHEN s.job_epoch = EXCLUDED.job_epoch THEN s.caught_up_at END, caught_up_with = NULL,
             lease = EXCLUDED.lease, job_id = EXCLUDED.job_id, job_epoch = EXCLUDED.job_epoch,
             connector_type = EXCLUDED.connector_type, interval_millis = EXCLUDED.interval_millis,
             stratum = CASE WHEN EXCLUDED.metrics = '{}' THEN s.stratum ELSE EXCLUDED.stratum END,
             latency_millis = CASE WHEN EXCLUDED.metrics = '{}' THEN s.latency_millis ELSE EXCLUDED.latency_millis END,
             precedence = CASE WHEN EXCLUDED.metrics = '{}' THEN s.precedence ELSE EXCLUDED.precedence END,
             metrics = CASE WHEN EXCLUDED.metrics = '{}' THEN s.metrics ELSE EXCLUDED.metrics END
       WHERE s.job_epoch <= EXCLUDED.job_epoch
      RETURNING s.sequence, s.cursor\
      """;

  private static final String RELEASE =
      """
      UPDATE stream SET lease = NULL, previous_lease = lease, previous_epoch = job_epoch
       WHERE connector_id = ? AND name = ? AND lease = ?\
      """;

  private final Database database;

  PostgresLeases(Database database) {
    this.database = database;
  }

  @Override
  public LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan) {
    return database.transaction(
        session -> {
          Succession.prepare(session, stream, job, plan);
          Optional<LeaseAnswer> taken =
              session.find(
                  TAKE,
                  row ->
                      new LeaseAnswer.Taken(row.bigint("sequence"), new Cursor(row.text("cursor"))),
                  wish(stream, lease, job, plan));
          return taken.isPresent() ? taken.get() : refusal(session, stream);
        });
  }

  @Override
  public Map<StreamId, LeaseHolder> holders(Collection<StreamId> streams) {
    return database.transaction(
        session -> {
          Map<StreamId, LeaseHolder> holders = new HashMap<>();
          for (StreamRow row : StreamRow.find(session, streams).values()) {
            if (row.lease() != null && row.job() != null) {
              holders.put(row.stream(), new LeaseHolder(row.lease(), row.job()));
            }
          }
          return holders;
        });
  }

  @Override
  public void release(StreamId stream, Lease lease) {
    database.transaction(
        session ->
            session.change(RELEASE, stream.connector().value(), stream.name(), lease.token()));
  }

  @Override
  public void report(Collection<StreamReport> reports) {
    if (!reports.isEmpty()) {
      database.transaction(
          session -> {
            StreamReports.write(session, List.copyOf(reports));
            return true;
          });
    }
  }

  private static Object[] wish(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan) {
    return new Object[] {
      stream.name(),
      lease.token(),
      job.id(),
      job.epoch(),
      plan.connectorType(),
      plan.stratum().urn(),
      plan.interval().toMillis(),
      plan.latency().toMillis(),
      plan.precedence().name(),
      Columns.texts(plan.metrics()),
      stream.organisation().value(),
      stream.connector().value()
    };
  }

  private static LeaseAnswer refusal(Session session, StreamId stream) throws SQLException {
    StreamRow row = StreamRow.find(session, List.of(stream)).get(stream);
    return row == null || row.job() == null
        ? new LeaseAnswer.Gone()
        : new LeaseAnswer.Superseded(row.job());
  }
}
