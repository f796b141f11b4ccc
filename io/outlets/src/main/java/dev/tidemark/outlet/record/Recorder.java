// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.record.ScoreNotes.Card;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes what is new among what was committed, for all organisations that have outlets, whoever does
 * so at the moment: one at a time, so events become visible in the order of their positions. What
 * was noted is there for good, and noting it again changes nothing. For any number of threads.
 */
public final class Recorder {
  /** Others do not wait: whoever holds the row notes the same. */
  private static final String HOLD =
      "SELECT pace_seconds, kept_days FROM outlet_recording FOR UPDATE SKIP LOCKED";

  /** What somebody has not been told yet is kept; so is what a paused outlet waits for. */
  private static final String PURGE =
      """
      DELETE FROM outlet_event WHERE position IN (
        SELECT e.position FROM outlet_event e
         WHERE e.recorded_at < now() - make_interval(days => ?)
           AND NOT EXISTS (SELECT FROM outlets o WHERE o.organisation_id = e.organisation_id AND o.position < e.position
                              AND o.status = 'ACTIVE' AND e.type = ANY (o.events))
         ORDER BY e.position LIMIT 2000)\
      """;

  private record Rules(long paceSeconds, int keptDays) {}

  private final Database database;

  public Recorder(Database database) {
    this.database = database;
  }

  /** Notes changes of scores alone, which is little work; tells how many events were new. */
  public int scores() {
    return database.transaction(session -> held(session, false));
  }

  /** Notes everything that is new; tells how many events were new. */
  public int everything() {
    return database.transaction(session -> held(session, true));
  }

  private static int held(Session session, boolean everything) throws SQLException {
    Optional<Rules> rules =
        session.find(
            HOLD, row -> new Rules(row.bigint("pace_seconds"), (int) row.bigint("kept_days")));
    return rules.isEmpty() ? 0 : noted(session, rules.get(), everything);
  }

  private static int noted(Session session, Rules rules, boolean everything) throws SQLException {
    Map<UUID, Card> changed = new HashMap<>();
    ScoreNotes.changed(session, rules.paceSeconds())
        .forEach(card -> changed.put(card.organisation(), card));
    if (changed.isEmpty() && !everything) {
      return 0;
    }
    int written = 0;
    for (Wanted wanted : Wanted.all(session)) {
      Notes notes = new Notes(session, wanted);
      Card card = changed.get(wanted.organisation());
      if (card != null && wanted.wants(EventType.SCORE_CHANGED)) {
        ScoreNotes.write(notes, card);
      }
      if (everything) {
        others(notes);
      }
      written += notes.written();
    }
    if (everything) {
      session.change(PURGE, rules.keptDays());
    }
    return written;
  }

  private static void others(Notes notes) throws SQLException {
    if (notes.wanted().wants(EventType.SCORE_CLOSED)) {
      CloseNotes.write(notes);
    }
    if (notes.wanted().wants(EventType.STREAM_QUARANTINED)
        || notes.wanted().wants(EventType.STREAM_RECOVERED)) {
      StreamNotes.write(notes);
    }
    if (notes.wanted().wants(EventType.STREAM_READ)) {
      ReadNotes.write(notes);
    }
  }
}
