// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which model counts, as people decided it: for all organisations at once. */
public final class ModelDecisions {
  /** In one order, so that of two who decide at a time one waits for the other. */
  private static final String LOCK =
      "SELECT id, status FROM model_version ORDER BY id FOR NO KEY UPDATE";

  private static final String KEEP =
      "INSERT INTO model_decision (model, followed, actor, purpose) VALUES (?, ?, ?, ?)";

  private static final String LAST =
      "SELECT actor, purpose, at FROM model_decision WHERE model = ? ORDER BY number DESC LIMIT 1";

  /**
   * What somebody wants, on the grounds of what they saw.
   *
   * @param seen the status of every model by its id
   * @param purpose why, for the record
   */
  public record Wish(String model, SortedMap<String, String> seen, String actor, String purpose) {
    public Wish {
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }
  }

  /** Who had a model count, why and when. */
  public record Decision(String actor, String purpose, Instant at) {}

  private final Database database;

  ModelDecisions(Database database) {
    this.database = database;
  }

  /**
   * Makes a model the one that counts and keeps who wanted it; one that counts already is left
   * alone.
   *
   * @return false if some model stands otherwise than it was seen; then nothing was done
   */
  public boolean activate(Wish wish) {
    return database.transaction(
        session -> {
          SortedMap<String, String> now = new TreeMap<>();
          session.list(LOCK, row -> now.put(row.text("id"), row.text("status")));
          if (!now.equals(wish.seen()) || !now.containsKey(wish.model())) {
            return false;
          }
          if (Models.activated(session, wish.model())) {
            keep(session, wish);
          }
          return true;
        });
  }

  /** The last decision for a model; empty where nobody took one in the console. */
  public Optional<Decision> last(String model) {
    return database.find(
        LAST,
        row -> new Decision(row.text("actor"), row.text("purpose"), row.instant("at")),
        model);
  }

  private static void keep(Session session, Wish wish) throws SQLException {
    session.change(KEEP, wish.model(), followed(wish), wish.actor(), wish.purpose());
  }

  private static @Nullable String followed(Wish wish) {
    return wish.seen().keySet().stream()
        .filter(id -> "active".equals(wish.seen().get(id)))
        .findFirst()
        .orElse(null);
  }
}
