// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.registry;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.ledger.AccessAudit;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The outlets of a database, as people add, change and look at them; every change is audited beside
 * those of connectors. A runner takes a change up within seconds, the first outlet of a database
 * within a minute. For any number of threads; calls block.
 */
public final class Outlets implements AutoCloseable {
  private static final String ADD =
      """
      INSERT INTO outlets (id, organisation_id, outlet_type, name, settings, events, position, windows_revision)
      SELECT ?, o.id, ?, ?, ?::jsonb, ?, coalesce((SELECT max(position) FROM outlet_event), 0), o.revision
        FROM organisation o WHERE o.id = ?
          ON CONFLICT (organisation_id, name) DO NOTHING\
      """;

  private static final String REVISE =
      """
      UPDATE outlets SET settings = ?::jsonb, events = ?, version = version + 1, updated_at = now(), attempts = 0, next_try = NULL
       WHERE id = ?\
      """;

  private static final String STATUS =
      """
      UPDATE outlets SET status = ?, version = version + 1, updated_at = now(), attempts = 0, next_try = NULL WHERE id = ?\
      """;

  private static final String AGAIN =
      """
      SELECT count(e.*) AS events, min(e.recorded_at) AS first, coalesce(min(e.position) - 1, max(o.position)) AS position
        FROM outlets o LEFT JOIN outlet_event e
          ON e.organisation_id = o.organisation_id AND e.recorded_at >= ? AND e.type = ANY (o.events)
       WHERE o.id = ?\
      """;

  private static final String REWIND =
      """
      UPDATE outlets SET position = ?, version = version + 1, updated_at = now(), attempts = 0, next_try = NULL WHERE id = ?\
      """;

  private static final String LETTERS =
      """
      SELECT position, event_id, type, subject, at, attempts, reason, dead_at, replay_asked_at IS NOT NULL AS asked
        FROM outlet_dead_letter WHERE outlet_id = ? ORDER BY position LIMIT ?\
      """;

  private static final String ASK =
      """
      UPDATE outlet_dead_letter SET replay_asked_at = now() WHERE outlet_id = ? AND (? OR position = ANY (?))\
      """;

  private static final String AT_ONCE =
      "UPDATE outlets SET next_try = NULL WHERE id = ? AND EXISTS (SELECT FROM outlet_dead_letter"
          + " WHERE outlet_id = outlets.id AND replay_asked_at IS NOT NULL)";

  /**
   * What a rewind tells again.
   *
   * @param events how many
   * @param first when the first of them was noted; empty for none
   */
  public record Again(long events, Optional<Instant> first) {}

  private record Point(Again again, long position) {}

  private final Database database;
  private final Keyring keyring;

  private Outlets(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  /** Of a migrated database; connected to when first asked. */
  public static Outlets of(DatabaseAccess access) {
    return new Outlets(access.database(), access.keyring());
  }

  /**
   * Adds an outlet, which is told what is new from now on.
   *
   * @throws IllegalArgumentException if its organisation has one of that name
   */
  public UUID add(NewOutlet wanted, String purpose) {
    UUID id = UUID.randomUUID();
    database.transaction(
        session -> {
          int added =
              session.change(
                  ADD,
                  id,
                  wanted.type().name(),
                  wanted.name(),
                  sealed(wanted, id),
                  words(wanted.events()),
                  wanted.organisation().value());
          if (added == 0) {
            throw new IllegalArgumentException(
                "there is an outlet called " + wanted.name() + " already: choose another name");
          }
          AccessAudit.write(session, wanted.organisation().value(), id, "CREATE", purpose);
          return true;
        });
    return id;
  }

  /** Gives an outlet other settings and events; what it was told stays told. */
  public void revise(OutletEntry outlet, NewOutlet wanted, String purpose) {
    alter(
        outlet,
        "CHANGE",
        purpose,
        session ->
            session.change(
                REVISE, sealed(wanted, outlet.id()), words(wanted.events()), outlet.id()));
  }

  /** Tells it nothing until it is resumed; what is new meanwhile waits. */
  public void pause(OutletEntry outlet, String purpose) {
    alter(outlet, "PAUSE", purpose, session -> session.change(STATUS, "PAUSED", outlet.id()));
  }

  /** Tells it what waits, at once, also where it was stopped or waited for its next try. */
  public void resume(OutletEntry outlet, String purpose) {
    alter(outlet, "RESUME", purpose, session -> session.change(STATUS, "ACTIVE", outlet.id()));
  }

  /** Removes an outlet, its settings and its dead letters. */
  public void remove(OutletEntry outlet, String purpose) {
    alter(
        outlet,
        "REMOVE",
        purpose,
        session -> session.change("DELETE FROM outlets WHERE id = ?", outlet.id()));
  }

  /** What {@link #rewind} would tell again. */
  public Again again(OutletEntry outlet, Instant since) {
    return database.transaction(session -> point(session, outlet, since).again);
  }

  /** Tells everything again that was noted since an instant and is kept still. */
  public Again rewind(OutletEntry outlet, Instant since, String purpose) {
    return database.transaction(
        session -> {
          Point point = point(session, outlet, since);
          AccessAudit.write(session, outlet.organisation().value(), outlet.id(), "RESET", purpose);
          session.change(REWIND, point.position, outlet.id());
          return point.again;
        });
  }

  /** Its dead letters, the oldest first. */
  public List<Letter> letters(OutletEntry outlet, int most) {
    return database.list(LETTERS, Letter::read, outlet.id(), most);
  }

  /**
   * Has dead letters told again, each once; the first that is not accepted ends it.
   *
   * @param positions of which; none for all
   * @return how many
   */
  public int replay(OutletEntry outlet, Collection<Long> positions) {
    return database.transaction(
        session -> {
          int asked =
              session.change(ASK, outlet.id(), positions.isEmpty(), Columns.bigints(positions));
          session.change(AT_ONCE, outlet.id());
          return asked;
        });
  }

  /** All outlets of an organisation, by name. */
  public List<OutletEntry> list(OrganisationId organisation) {
    return database.transaction(
        session ->
            session.list(
                OutletEntry.COLUMNS + " WHERE o.organisation_id = ? ORDER BY o.name",
                OutletEntry::read,
                organisation.value()));
  }

  public Optional<OutletEntry> find(OrganisationId organisation, String name) {
    return list(organisation).stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Lets go of the database. */
  @Override
  public void close() {
    database.close();
  }

  /** A step of an alteration. */
  private interface Step {
    int in(Session session) throws SQLException;
  }

  private void alter(OutletEntry outlet, String action, String purpose, Step step) {
    database.transaction(
        session -> {
          AccessAudit.write(session, outlet.organisation().value(), outlet.id(), action, purpose);
          return step.in(session);
        });
  }

  private static Point point(Session session, OutletEntry outlet, Instant since)
      throws SQLException {
    return session.one(
        AGAIN,
        row ->
            new Point(
                new Again(row.bigint("events"), row.maybeInstant("first")), row.bigint("position")),
        since,
        outlet.id());
  }

  private String sealed(NewOutlet wanted, UUID id) {
    byte[] settings = wanted.settings().reveal().getBytes(StandardCharsets.UTF_8);
    return keyring.seal(settings, id).json();
  }

  private static Object words(Set<EventType> events) {
    return Columns.texts(events.stream().sorted().map(EventType::word).toList());
  }
}
