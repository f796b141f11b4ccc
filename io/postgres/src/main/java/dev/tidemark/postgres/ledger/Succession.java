// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.StreamPlan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * In which row reading goes on when a stream is about to be taken. A row stands for one account: a
 * connector that was given another leaves its row behind as a removed one does, and whoever reads
 * an account again takes up what was left of it, cursor and all, so that nothing is counted twice.
 */
final class Succession {
  private static final String CANDIDATES =
      """
      SELECT id, connector_id IS NULL AS abandoned, stratum, job_epoch, complete_through IS NOT NULL AS complete,
             sequence > 0 OR complete_through IS NOT NULL AS begun
        FROM stream
       WHERE ((connector_id = ? AND name = ?)
              OR (connector_id IS NULL AND organisation_id = ? AND connector_type = ? AND name = ?))
         AND EXISTS (SELECT FROM data_connectors WHERE id = ?)
       ORDER BY id FOR UPDATE\
      """;

  private static final String ADOPT =
      "UPDATE stream SET connector_id = ?, left_connector = NULL, left_at = NULL WHERE id = ?";

  /** A row that may be the one. */
  private record Candidate(
      long id, boolean abandoned, String stratum, long epoch, boolean complete, boolean begun) {
    static Candidate read(Row row) throws SQLException {
      return new Candidate(
          row.bigint("id"),
          row.flag("abandoned"),
          row.text("stratum"),
          row.bigint("job_epoch"),
          row.flag("complete"),
          row.flag("begun"));
    }
  }

  private final Session session;
  private final StreamId stream;
  private final StreamPlan plan;
  private final List<Candidate> candidates;

  private Succession(
      Session session, StreamId stream, StreamPlan plan, List<Candidate> candidates) {
    this.session = session;
    this.stream = stream;
    this.plan = plan;
    this.candidates = candidates;
  }

  /** Puts the right row in place; does nothing where the connector could not even be opened. */
  static void prepare(Session session, StreamId stream, PipelineJob job, StreamPlan plan)
      throws SQLException {
    if (plan.metrics().isEmpty()) {
      return;
    }
    List<Candidate> candidates =
        session.list(
            CANDIDATES,
            Candidate::read,
            stream.connector().value(),
            stream.name(),
            stream.organisation().value(),
            plan.connectorType(),
            stream.name(),
            stream.connector().value());
    if (candidates.stream().noneMatch(row -> !row.abandoned && row.epoch > job.epoch())) {
      new Succession(session, stream, plan, candidates).prepare();
    }
  }

  private void prepare() throws SQLException {
    Optional<Candidate> own = first(row -> !row.abandoned);
    if (own.isPresent() && own.get().begun && !isHere(own.get())) {
      leave(own.get());
      own = Optional.empty();
    }
    Optional<Candidate> left = first(row -> row.abandoned && isHere(row));
    if (left.isPresent()) {
      unite(own, left.get());
    }
  }

  /** What the connector has read itself by now stands in the place of what was left. */
  private void unite(Optional<Candidate> own, Candidate left) throws SQLException {
    invalidate();
    if (own.isPresent() && own.get().complete) {
      ConnectorEvidence.drop(session, List.of(left.id));
      return;
    }
    if (own.isPresent()) {
      ConnectorEvidence.drop(session, List.of(own.get().id));
    }
    session.change(ADOPT, stream.connector().value(), left.id);
  }

  private void leave(Candidate own) throws SQLException {
    invalidate();
    Optional<Candidate> older = first(row -> row.abandoned && row.stratum.equals(own.stratum));
    if (older.isPresent()) {
      ConnectorEvidence.drop(session, List.of(older.get().id));
    }
    ConnectorEvidence.leave(session, List.of(own.id));
  }

  private void invalidate() throws SQLException {
    OrganisationRows.invalidate(session, stream.organisation().value());
  }

  private boolean isHere(Candidate row) {
    return row.stratum.equals(plan.stratum().urn());
  }

  private Optional<Candidate> first(Predicate<Candidate> wanted) {
    return candidates.stream().filter(wanted).findFirst();
  }
}
