// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deletes what is kept longer than it has to be, a few thousand rows at a time, so that no commit
 * waits for it for long. It may stop after any piece and goes on where it was. What windows and
 * scores still need is never touched: day windows, closes, windows with a tail, and records that
 * were passed over and do not count.
 */
public final class Purge {
  private static final int MOST = 2_000;

  /** One at a time, and once a day. */
  private static final String DUE =
      """
      SELECT only_row FROM retention WHERE passed_on IS DISTINCT FROM (now() AT TIME ZONE 'UTC')::date
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String DONE =
      "UPDATE retention SET passed_on = (now() AT TIME ZONE 'UTC')::date";

  private static final List<Part> PARTS =
      List.of(
          new Part(
              "hour windows",
              "metric_window",
              "t.grain = 'HOUR' AND t.start < kept('hour_windows') AND t.tail_count = 0"),
          new Part("hours of the sync log", "sync_log", "t.hour < kept('sync_log')"),
          new Part(
              "rejected records",
              "rejected_record",
              """
              (t.replayed_at < kept('rejected')
               OR t.standing IS DISTINCT FROM 'PASSED' AND t.seen_at < kept('rejected'))\
              """),
          new Part(
              "replay requests",
              "replay_request",
              """
              t.asked_at < kept('rejected')
              AND NOT EXISTS (SELECT FROM rejected_record r
                               WHERE r.replay_request = t.id AND r.replay_asked_at IS NOT NULL)\
              """),
          new Part(
              "jobs that ended",
              "pipeline_job",
              """
              coalesce(t.ended_at, t.started_at) < kept('jobs')
              AND t.epoch < (SELECT max(epoch) FROM pipeline_job)
              AND NOT EXISTS (SELECT FROM stream s WHERE s.job_epoch = t.epoch)\
              """));

  private final Session session;

  public Purge(Session session) {
    this.session = session;
  }

  /** Rows of one table that are too old. */
  private record Part(String name, String table, String condition) {
    /** Whole days of UTC, whatever the session's time zone. */
    private String dated() {
      return condition.replaceAll(
          "kept\\('(\\w+)'\\)",
          "(SELECT date_trunc('day', now(), 'UTC') - $1 * interval '24 hours' FROM retention)");
    }

    String count() {
      return "SELECT count(*) AS number FROM " + table + " t WHERE " + dated();
    }

    /** What somebody else has locked waits for the next time. */
    String delete() {
      return "DELETE FROM "
          + table
          + " WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM "
          + table
          + " t WHERE "
          + dated()
          + " LIMIT ? FOR UPDATE OF t SKIP LOCKED))";
    }
  }

  /** How many rows there are that are kept longer than they have to be, by what they are. */
  public Map<String, Long> due() throws SQLException {
    Map<String, Long> due = new LinkedHashMap<>();
    for (Part part : PARTS) {
      due.put(part.name, session.one(part.count(), row -> row.bigint("number")));
    }
    return due;
  }

  /** Deletes the next rows; how many of what, nothing where none is left. */
  public Map<String, Long> next() throws SQLException {
    for (Part part : PARTS) {
      long deleted = session.change(part.delete(), MOST);
      if (deleted > 0) {
        return Map.of(part.name, deleted);
      }
    }
    return Map.of();
  }

  /**
   * Deletes the next rows of the day, if anybody still has to.
   *
   * @return whether there may be more
   */
  public boolean step() throws SQLException {
    if (session.find(DUE, row -> row.flag("only_row")).isEmpty()) {
      return false;
    }
    if (!next().isEmpty()) {
      return true;
    }
    session.change(DONE);
    return false;
  }
}
