// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What scores are computed from, in the tables. */
final class PostgresEvidence implements EvidenceStore {
  private static final String ORGANISATION =
      "SELECT name, revision, whole_from FROM organisation WHERE id = ?";

  private static final String CLOSE =
      """
      SELECT o.name, c.revision FROM asset_close c JOIN organisation o ON o.id = c.organisation_id
       WHERE c.organisation_id = ? AND c.day = ?\
      """;

  /**
   * An organisation as it is.
   *
   * @param wholeFrom caches from before this revision hold what is gone
   */
  private record State(String name, long revision, long wholeFrom) {
    /** Whether a cache of that revision can be brought up to date by what changed since. */
    boolean continues(long after) {
      return after >= wholeFrom && after >= 0 && after <= revision;
    }
  }

  private final Database database;

  PostgresEvidence(Database database) {
    this.database = database;
  }

  @Override
  public Optional<OrganisationEvidence> changes(
      OrganisationId organisation, long after, Instant since) {
    return database.snapshot(
        session -> {
          Optional<State> state = state(session, organisation);
          return state.isEmpty()
              ? Optional.<OrganisationEvidence>empty()
              : Optional.of(evidence(session, organisation, state.get(), after, since));
        });
  }

  @Override
  public Optional<OrganisationEvidence> closed(OrganisationId organisation, LocalDate day) {
    return database.snapshot(
        session -> {
          Optional<State> close =
              session.find(
                  CLOSE,
                  row -> new State(row.text("name"), row.bigint("revision"), 0),
                  organisation.value(),
                  day);
          return close.isEmpty()
              ? Optional.<OrganisationEvidence>empty()
              : Optional.of(closed(session, organisation, close.get(), day));
        });
  }

  private static Optional<State> state(Session session, OrganisationId organisation)
      throws SQLException {
    return session.find(
        ORGANISATION,
        row -> new State(row.text("name"), row.bigint("revision"), row.bigint("whole_from")),
        organisation.value());
  }

  private static OrganisationEvidence evidence(
      Session session, OrganisationId organisation, State state, long after, Instant since)
      throws SQLException {
    boolean continued = state.continues(after);
    EvidenceRows rows = new EvidenceRows(session, organisation.value());
    return new OrganisationEvidence(
        organisation,
        state.name(),
        state.revision(),
        !continued,
        rows.windows(continued ? after : -1, since),
        rows.cells(),
        rows.populations(),
        rows.feeds(),
        rows.register(),
        rows.attestations());
  }

  private static OrganisationEvidence closed(
      Session session, OrganisationId organisation, State close, LocalDate day)
      throws SQLException {
    return new OrganisationEvidence(
        organisation,
        close.name(),
        close.revision(),
        true,
        List.of(),
        new EvidenceRows(session, organisation.value()).cellsOf(day),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
