// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.ledger.Purge;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long things are kept, and deleting what is older. A running job does so once a day. */
public final class Retention {
  private static final String RULES = "SELECT * FROM retention";

  /** Other rules may make more too old: the day's pass begins again. */
  private static final String CHANGE =
      "UPDATE retention SET hour_windows = ?, sync_log = ?, rejected = ?, jobs = ?, passed_on ="
          + " NULL";

  private final Database database;

  Retention(Database database) {
    this.database = database;
  }

  public RetentionRules rules() {
    return database.transaction(session -> session.one(RULES, Retention::rules));
  }

  /** From now on things are kept that long. */
  public void change(RetentionRules rules) {
    database.transaction(
        session ->
            session.change(
                CHANGE, rules.hourWindows(), rules.syncLog(), rules.rejected(), rules.jobs()));
  }

  /** How many rows are kept longer than they have to be, by what they are. */
  public Map<String, Long> due() {
    return database.snapshot(session -> new Purge(session).due());
  }

  /** Deletes all of them now, a few thousand in a transaction; how many, by what they are. */
  public Map<String, Long> purge() {
    Map<String, Long> deleted = new LinkedHashMap<>();
    Map<String, Long> piece = piece();
    while (!piece.isEmpty()) {
      piece.forEach((what, rows) -> deleted.merge(what, rows, Long::sum));
      piece = piece();
    }
    return deleted;
  }

  private Map<String, Long> piece() {
    return database.transaction(session -> new Purge(session).next());
  }

  private static RetentionRules rules(Row row) throws SQLException {
    return new RetentionRules(
        (int) row.bigint("hour_windows"),
        (int) row.bigint("sync_log"),
        (int) row.bigint("rejected"),
        (int) row.bigint("jobs"));
  }
}
