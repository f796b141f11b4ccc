// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.postgres.database.Database;
import java.time.Duration;
import java.util.Optional;

/**
 * Browsers that were sent to the issuer and are not back yet; each comes back once. Kept in the
 * database, so it may come back to another console. For any number of threads; calls block.
 */
public final class Journeys {
  /** How long one may take. */
  public static final Duration GOOD = Duration.ofMinutes(10);

  private static final String BEGIN =
      """
      INSERT INTO console_sign_in (hash, destination, expires_at) VALUES (?, ?, now() + ? * interval '1 second')\
      """;

  private static final String END =
      """
      DELETE FROM console_sign_in WHERE hash = ? RETURNING destination, expires_at > now() AS good\
      """;

  private final Database database;

  /** Of a database seen as its owner. */
  public Journeys(Database database) {
    this.database = database;
  }

  /** Begins one that ends at a page of this console. */
  public Token begin(String destination) {
    Token token = Token.random();
    return database.transaction(
        session -> {
          session.change("DELETE FROM console_sign_in WHERE expires_at <= now()");
          session.change(BEGIN, token.hash(), destination, GOOD.toSeconds());
          return token;
        });
  }

  /** Where one ends; empty if it ended before, took too long, or never began. */
  public Optional<String> end(Token token) {
    return database.transaction(
        session ->
            session
                .find(
                    END,
                    row -> row.flag("good") ? row.text("destination") : "",
                    (Object) token.hash())
                .filter(destination -> !destination.isEmpty()));
  }
}
