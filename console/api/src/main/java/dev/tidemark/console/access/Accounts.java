// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * People, the links that let them in and their sessions, as the database keeps them. Times are the
 * database's, so several consoles agree. For any number of threads; calls block.
 */
public final class Accounts {
  private static final String FIRST = "Administrator";

  private static final String NOBODY_WAS_EVER_IN =
      "SELECT NOT EXISTS (SELECT FROM console_link WHERE used_at IS NOT NULL) AS first";

  private static final String ADMINISTRATOR =
      """
      INSERT INTO console_person (name, everywhere) VALUES (?, 'administrator')
          ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name RETURNING id, name, everywhere\
      """;

  private static final String LINK =
      """
      INSERT INTO console_link (hash, person_id, expires_at) VALUES (?, ?, now() + ? * interval '1 second')\
      """;

  private static final String USE =
      """
      UPDATE console_link l SET used_at = now() FROM console_person p
       WHERE l.hash = ? AND l.used_at IS NULL AND l.expires_at > now() AND p.id = l.person_id
      RETURNING p.id, p.name, p.everywhere\
      """;

  private static final String BEGIN =
      """
      INSERT INTO console_session (hash, person_id, expires_at) VALUES (?, ?, now() + ? * interval '1 second')
      RETURNING expires_at\
      """;

  private static final String FIND =
      """
      SELECT p.id, p.name, p.everywhere, s.expires_at
        FROM console_session s JOIN console_person p ON p.id = s.person_id
       WHERE s.hash = ? AND s.expires_at > now()\
      """;

  private final Database database;

  /** Of a database seen as its owner. */
  public Accounts(Database database) {
    this.database = database;
  }

  /**
   * A link for the first administrator, in the place of those before it; empty once anybody was in.
   *
   * @param good how long it can be used
   */
  public Optional<Token> firstLink(Duration good) {
    return database.transaction(
        session -> {
          // Two consoles that start at a time: the second one's link is the one that counts.
          session.change("LOCK TABLE console_link IN SHARE ROW EXCLUSIVE MODE");
          if (!session.one(NOBODY_WAS_EVER_IN, row -> row.flag("first"))) {
            return Optional.empty();
          }
          session.change("DELETE FROM console_link");
          Person first = session.one(ADMINISTRATOR, Accounts::person, FIRST);
          return Optional.of(link(session, first, good));
        });
  }

  /**
   * Begins a session with a link, which then is used up.
   *
   * @return empty if the link is none, was used or is too old; which of them is not told
   */
  public Optional<SignedIn> begin(Token link, Duration good) {
    Token token = Token.random();
    return database.transaction(
        session -> {
          session.change("DELETE FROM console_session WHERE expires_at <= now()");
          Optional<Person> person = session.find(USE, Accounts::person, (Object) link.hash());
          if (person.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(begun(session, person.get(), token, good));
        });
  }

  /** The session of a cookie; empty if it ended or never was. */
  public Optional<SignedIn> find(Token token) {
    return database.find(
        FIND,
        row -> new SignedIn(person(row), token, row.instant("expires_at")),
        (Object) token.hash());
  }

  /** Ends a session. */
  public void end(Token token) {
    database.transaction(
        session ->
            session.change("DELETE FROM console_session WHERE hash = ?", (Object) token.hash()));
  }

  private static Token link(Session session, Person person, Duration good) throws SQLException {
    Token link = Token.random();
    session.change(LINK, link.hash(), person.id(), good.toSeconds());
    return link;
  }

  static SignedIn begun(Session session, Person person, Token token, Duration good)
      throws SQLException {
    UUID id = person.id();
    Instant until =
        session.one(BEGIN, row -> row.instant("expires_at"), token.hash(), id, good.toSeconds());
    return new SignedIn(person, token, until);
  }

  static Person person(Row row) throws SQLException {
    return new Person(
        row.uuid("id"), row.text("name"), row.maybeText("everywhere").map(Role::of).orElse(null));
  }
}
