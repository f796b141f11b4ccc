// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.outlet.record.EventRows;
import dev.tidemark.outlet.record.Windows;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.AccessAudit;
import dev.tidemark.spi.Category;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Outlets as whoever delivers sees them. Everything is conditional on the lease: whoever lost it
 * changes nothing any more.
 */
final class OutletRows {
  /** Longer than a try may take; only a runner that died or hangs is waited for so long. */
  static final Duration LEASE = Duration.ofSeconds(90);

  private static final String ANY = "SELECT EXISTS (SELECT FROM outlets) AS any";

  private static final String DUE =
      """
      SELECT o.id FROM outlets o
       WHERE o.status = 'ACTIVE' AND (o.leased_until IS NULL OR o.leased_until < now())
         AND (o.next_try IS NULL OR o.next_try <= now())
         AND (EXISTS (SELECT FROM outlet_event e WHERE e.organisation_id = o.organisation_id AND e.position > o.position
                                                   AND e.type = ANY (o.events))
           OR EXISTS (SELECT FROM outlet_dead_letter l WHERE l.outlet_id = o.id AND l.replay_asked_at IS NOT NULL)
           OR ('window.committed' = ANY (o.events)
               AND o.windows_revision < (SELECT g.revision FROM organisation g WHERE g.id = o.organisation_id)
               AND coalesce(o.last_delivered_at, '-infinity')
                   <= now() - (SELECT make_interval(secs => r.pace_seconds) FROM outlet_recording r)))
       ORDER BY o.next_try NULLS FIRST, o.id\
      """;

  private static final String TAKE =
      """
      UPDATE outlets SET lease = ?, leased_until = now() + make_interval(secs => ?)
       WHERE id = ? AND status = 'ACTIVE' AND (leased_until IS NULL OR leased_until < now())
         AND (next_try IS NULL OR next_try <= now())
      RETURNING id, organisation_id, lease, outlet_type, name, settings::text AS settings, events, version, attempts\
      """;

  private static final String RENEW =
      """
      UPDATE outlets SET leased_until = now() + make_interval(secs => ?)
       WHERE id = ? AND lease = ? AND version = ? AND status = 'ACTIVE'\
      """;

  private static final String NEXT =
      """
      SELECT e.* FROM outlet_event e JOIN outlets o ON o.organisation_id = e.organisation_id
       WHERE o.id = ? AND o.lease = ? AND e.position > o.position AND e.type = ANY (?)
       ORDER BY e.position LIMIT ?\
      """;

  private static final String DELIVERED =
      """
      UPDATE outlets SET position = greatest(position, ?), delivered = delivered + ?, last_delivered_at = now(), attempts = 0,
             next_try = NULL, failing_since = NULL, failure_category = NULL, failure_message = NULL
       WHERE id = ? AND lease = ? AND version = ?\
      """;

  private static final String WINDOWS_FROM = "SELECT windows_revision FROM outlets WHERE id = ?";

  private static final String WINDOWS_TOLD =
      """
      UPDATE outlets SET windows_revision = greatest(windows_revision, ?), delivered = delivered + ?,
             last_delivered_at = now(), attempts = 0, next_try = NULL,
             failing_since = NULL, failure_category = NULL, failure_message = NULL
       WHERE id = ? AND lease = ? AND version = ?\
      """;

  private static final String WINDOWS_PASSED =
      "UPDATE outlets SET windows_revision = greatest(windows_revision, ?) WHERE id = ? AND lease ="
          + " ? AND version = ?";

  private static final String FAILED =
      """
      UPDATE outlets SET attempts = ?, next_try = now() + make_interval(secs => ?), failing_since = coalesce(failing_since, now()),
             failure_category = ?, failure_message = ?, position = greatest(position, ?)
       WHERE id = ? AND lease = ? AND version = ?\
      """;

  private static final String BURY =
      """
      INSERT INTO outlet_dead_letter (outlet_id, position, organisation_id, event_id, type, subject, at, data, attempts, category, reason)
      SELECT ?, e.position, e.organisation_id, e.id, e.type, e.subject, e.at, e.data, ?, ?, ?
        FROM outlet_event e JOIN outlets o ON o.id = ? AND o.lease = ? AND o.version = ? WHERE e.position = ?
          ON CONFLICT (outlet_id, position) DO UPDATE
         SET attempts = EXCLUDED.attempts, category = EXCLUDED.category, reason = EXCLUDED.reason, dead_at = now(), replay_asked_at = NULL\
      """;

  private static final String STOP =
      """
      UPDATE outlets SET status = 'STOPPED', failing_since = coalesce(failing_since, now()), failure_category = 'NOT_FOUND',
             failure_message = ?, lease = NULL, leased_until = NULL
       WHERE id = ? AND lease = ?\
      """;

  private static final String LET_GO =
      "UPDATE outlets SET lease = NULL, leased_until = NULL WHERE id = ? AND lease = ?";

  private static final String ASKED =
      """
      SELECT l.position, l.event_id AS id, l.organisation_id, l.type, l.subject, l.at, l.data
        FROM outlet_dead_letter l JOIN outlets o ON o.id = l.outlet_id AND o.lease = ?
       WHERE l.outlet_id = ? AND l.replay_asked_at IS NOT NULL ORDER BY l.position LIMIT ?\
      """;

  private static final String REPLAYED =
      "DELETE FROM outlet_dead_letter WHERE outlet_id = ? AND position = ANY (?)";

  private static final String REPLAY_ENDED =
      """
      UPDATE outlet_dead_letter SET replay_asked_at = NULL,
             reason = CASE WHEN position = ? THEN ? ELSE reason END, category = CASE WHEN position = ? THEN ? ELSE category END
       WHERE outlet_id = ? AND replay_asked_at IS NOT NULL\
      """;

  private final Database database;

  OutletRows(Database database) {
    this.database = database;
  }

  /** Whether there is any at all. */
  boolean any() {
    return database.transaction(session -> session.one(ANY, row -> row.flag("any")));
  }

  /** Those somebody may tell something now. */
  List<UUID> due() {
    return database.list(DUE, row -> row.uuid("id"));
  }

  /** Takes the right to tell it events; empty if another has it, or it is not due. */
  Optional<Held> take(UUID outlet) {
    return database.transaction(
        session -> session.find(TAKE, Held::read, UUID.randomUUID(), LEASE.toSeconds(), outlet));
  }

  /** Somebody reads its settings. */
  void audit(Held outlet) {
    database.transaction(
        session -> {
          AccessAudit.write(
              session, outlet.organisation().value(), outlet.id(), "READ", "telling events");
          return true;
        });
  }

  /** Keeps the right; false if it is lost, or the outlet was changed or paused meanwhile. */
  boolean renew(Held it) {
    return database.transaction(
        session -> session.change(RENEW, LEASE.toSeconds(), it.id(), it.lease(), it.version()) > 0);
  }

  /** What it is to be told next, in order. */
  List<OutletEvent> next(Held it, int most) {
    return database.list(
        NEXT, EventRows::read, it.id(), it.lease(), Columns.texts(it.events()), most);
  }

  /** It accepted these. */
  void delivered(Held it, List<OutletEvent> events) {
    long last = events.get(events.size() - 1).position();
    database.transaction(
        session ->
            session.change(DELIVERED, last, events.size(), it.id(), it.lease(), it.version()));
  }

  /** Windows it was not told yet. */
  Windows windows(Held it, int most) {
    return database.snapshot(
        session ->
            Windows.after(
                session,
                it.organisation(),
                session.one(WINDOWS_FROM, row -> row.bigint("windows_revision"), it.id()),
                most));
  }

  /** It accepted these, or there was nothing to accept: that says nothing of the receiver. */
  void told(Held it, Windows windows) {
    int told = windows.events().size();
    database.transaction(
        session ->
            session.change(
                told == 0 ? WINDOWS_PASSED : WINDOWS_TOLD,
                windowsTold(it, windows.through(), told)));
  }

  private static Object[] windowsTold(Held it, long through, int told) {
    return told == 0
        ? new Object[] {through, it.id(), it.lease(), it.version()}
        : new Object[] {through, told, it.id(), it.lease(), it.version()};
  }

  /** It did not; nothing is given up yet. */
  void failed(Held it, int attempts, Duration wait, Category category, String reason) {
    database.transaction(
        session -> session.change(FAILED, failure(it, attempts, wait, category, reason, 0)));
  }

  /** It did not, too often: the event becomes a dead letter. */
  void buried(
      Held it, OutletEvent event, int attempts, Duration wait, Category category, String reason) {
    database.transaction(
        session -> {
          session.change(
              BURY,
              it.id(),
              attempts,
              category.name(),
              reason,
              it.id(),
              it.lease(),
              it.version(),
              event.position());
          return session.change(
              FAILED, failure(it, attempts, wait, category, reason, event.position()));
        });
  }

  private static Object[] failure(
      Held it, int attempts, Duration wait, Category category, String reason, long position) {
    return new Object[] {
      attempts,
      (double) wait.toMillis() / 1000,
      category.name(),
      reason,
      position,
      it.id(),
      it.lease(),
      it.version()
    };
  }

  /** It is gone for good. */
  void stop(Held it, String reason) {
    database.transaction(session -> session.change(STOP, reason, it.id(), it.lease()));
  }

  void letGo(Held it) {
    database.transaction(session -> session.change(LET_GO, it.id(), it.lease()));
  }

  /** Dead letters somebody wants told again. */
  List<OutletEvent> asked(Held it, int most) {
    return database.list(ASKED, EventRows::read, it.lease(), it.id(), most);
  }

  void replayed(Held it, List<OutletEvent> events) {
    List<Long> positions = events.stream().map(OutletEvent::position).toList();
    database.transaction(session -> session.change(REPLAYED, it.id(), Columns.bigints(positions)));
  }

  /**
   * Nothing more is told again until somebody asks anew.
   *
   * @param first the one that was not accepted
   */
  void replayEnded(Held it, OutletEvent first, Category category, @Nullable String reason) {
    database.transaction(
        session ->
            session.change(
                REPLAY_ENDED,
                first.position(),
                reason,
                first.position(),
                category.name(),
                it.id()));
  }
}
