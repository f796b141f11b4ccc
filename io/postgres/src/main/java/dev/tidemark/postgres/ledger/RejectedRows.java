// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What commits passed over, and what they read again. */
final class RejectedRows {
  /** What was read again before and comes once more is another one that looks the same. */
  private static final String PASS =
      """
      INSERT INTO rejected_record AS r
             (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload, observed_at,
              stream_id, times, standing)
      SELECT u.*, 'PASSED'
        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::timestamptz[],
                    ?::int8[], ?::int8[])
          AS u (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload, observed_at,
                stream_id, times)
          ON CONFLICT (id) DO UPDATE
         SET times = CASE WHEN r.standing = 'PASSED' AND r.replayed_at IS NULL AND r.stream_id = EXCLUDED.stream_id
                          THEN r.times + EXCLUDED.times ELSE EXCLUDED.times END,
             standing = EXCLUDED.standing, stream_id = EXCLUDED.stream_id, seen_at = now(), replayed_at = NULL\
      """;

  private static final String ANSWER =
      """
      UPDATE rejected_record r
         SET replay_asked_at = NULL,
             replayed_at = CASE WHEN u.refusal IS NULL AND r.times = u.times THEN now() END,
             times = CASE WHEN u.refusal IS NULL AND r.times > u.times THEN r.times - u.times ELSE r.times END,
             refused_at = CASE WHEN u.refusal IS NOT NULL THEN now() END,
             reason = coalesce(u.refusal, r.reason)
        FROM unnest(?::int8[], ?::uuid[], ?::int8[], ?::int8[], ?::text[]) AS u (stream_id, id, request, times, refusal)
       WHERE r.id = u.id AND r.stream_id = u.stream_id AND r.replay_request = u.request AND r.times >= u.times
         AND r.replay_asked_at IS NOT NULL AND r.replayed_at IS NULL\
      """;

  private record Passed(AppliedCommits step, UUID id, RejectedRecord rejected, long times) {
    Passed once() {
      return new Passed(step, id, rejected, times + 1);
    }
  }

  private record Answered(AppliedCommits step, Replay replay) {}

  private RejectedRows() {}

  /**
   * Keeps what was passed over, and marks what was read again.
   *
   * @throws SQLException with a state of class 23 if a record that was read again does not wait for
   *     it any more: its commit must not be applied
   */
  static void write(Session session, List<AppliedCommits> steps) throws SQLException {
    Map<UUID, Passed> passed = new TreeMap<>();
    List<Answered> answered = new ArrayList<>();
    for (AppliedCommits step : steps) {
      step.passed().forEach(record -> add(passed, step, record));
      step.replays().forEach(replay -> answered.add(new Answered(step, replay)));
    }
    if (!passed.isEmpty()) {
      session.change(PASS, columns(passed.values()));
    }
    if (!answered.isEmpty() && session.change(ANSWER, answers(answered)) != answered.size()) {
      throw new SQLException(
          "a rejected record was read again before, or by somebody else", "23000");
    }
  }

  private static void add(Map<UUID, Passed> passed, AppliedCommits step, RejectedRecord record) {
    UUID id = id(record);
    Passed known = passed.getOrDefault(id, new Passed(step, id, record, 0));
    passed.put(id, known.once());
  }

  /** Equal rejections are one. */
  static UUID id(RejectedRecord rejected) {
    return new Digest()
        .add(rejected.stream().connector().toString())
        .add(rejected.stream().name())
        .add(rejected.key())
        .add(rejected.reason())
        .add(rejected.payload().array())
        .value();
  }

  /** The database takes every character but one; the payload keeps what it was. */
  static String storable(String text) {
    return text.replace('\0', ' ');
  }

  private static Object[] columns(Collection<Passed> passed) {
    return Columns.of(passed)
        .uuid(Passed::id)
        .uuid(it -> it.step.organisation())
        .uuid(it -> it.rejected.stream().connector().value())
        .text(it -> it.rejected.stream().name())
        .text(it -> it.rejected.connectorType())
        .text(it -> storable(it.rejected.key()))
        .text(it -> storable(it.rejected.reason()))
        .bytes(it -> it.rejected.payload().array())
        .instant(it -> it.rejected.observedAt())
        .bigint(it -> it.step.row().id())
        .bigint(Passed::times)
        .parameters();
  }

  private static Object[] answers(List<Answered> answered) {
    List<Answered> ordered =
        answered.stream().sorted(Comparator.comparing(it -> it.replay.record().id())).toList();
    return Columns.of(ordered)
        .bigint(it -> it.step.row().id())
        .uuid(it -> it.replay.record().id())
        .bigint(it -> it.replay.record().request())
        .bigint(it -> it.replay.record().times())
        .text(it -> it.replay.refused().map(RejectedRows::storable).orElse(null))
        .parameters();
  }
}
