// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People an issuer knows, as people of this console: by its subject, and before they ever came in
 * by the name they were granted a role under. For any number of threads; calls block.
 */
public final class Newcomers {
  private static final String KNOWN =
      """
      SELECT p.id, p.name, p.everywhere FROM console_identity i JOIN console_person p ON p.id = i.person_id
       WHERE i.issuer = ? AND i.subject = ?\
      """;

  /** Whoever came in as somebody of this issuer before is not somebody else's to become. */
  private static final String EXPECTED =
      """
      SELECT p.id, p.name, p.everywhere FROM console_person p
       WHERE (p.name = 'subject:' || ? OR lower(p.name) = lower(?))
         AND NOT EXISTS (SELECT FROM console_identity i WHERE i.person_id = p.id AND i.issuer = ?)\
      """;

  private static final String NEW =
      """
      INSERT INTO console_person (name) VALUES (?) ON CONFLICT DO NOTHING RETURNING id, name, everywhere\
      """;

  private static final String KNOW =
      """
      INSERT INTO console_identity (issuer, subject, person_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
      """;

  private static final String FORGET = "DELETE FROM console_claimed_role WHERE person_id = ?";

  private static final String CLAIM =
      """
      INSERT INTO console_claimed_role (person_id, organisation_id, role, expires_at) SELECT ?, o.id, ?, ?
        FROM organisation o WHERE o.name = ?\
      """;

  private static final String CLAIM_EVERYWHERE =
      """
      INSERT INTO console_claimed_role (person_id, organisation_id, role, expires_at) VALUES (?, NULL, ?, ?)\
      """;

  private final Database database;

  /**
   * What the issuer says somebody may do.
   *
   * @param organisation its name; null for all of them
   */
  public record Claimed(Role role, @Nullable String organisation) {}

  /**
   * Who the issuer says comes.
   *
   * @param email one that is theirs for certain; null where there is none
   */
  public record Newcomer(
      String issuer, String subject, @Nullable String email, List<Claimed> claimed) {
    public Newcomer {
      claimed = List.copyOf(claimed);
    }

    /** What they are granted a role as. */
    public String called() {
      return email == null ? "subject:" + subject : email;
    }
  }

  /** Of a database seen as its owner. */
  public Newcomers(Database database) {
    this.database = database;
  }

  /**
   * Begins a session. What the issuer says they may do holds as long, in the place of what it said
   * before.
   *
   * @return empty if nobody granted them anything and the issuer does not either
   */
  public Optional<SignedIn> begin(Newcomer newcomer, Duration good) {
    Token token = Token.random();
    return database.transaction(
        session -> {
          Optional<Person> person = person(session, newcomer);
          if (person.isEmpty()) {
            return Optional.empty();
          }
          SignedIn begun = Accounts.begun(session, person.get(), token, good);
          claim(session, person.get(), newcomer, begun.until());
          return Optional.of(begun);
        });
  }

  private static Optional<Person> person(Session session, Newcomer newcomer) throws SQLException {
    Optional<Person> known =
        session.find(KNOWN, Accounts::person, newcomer.issuer(), newcomer.subject());
    if (known.isPresent()) {
      return known;
    }
    Optional<Person> found = expected(session, newcomer);
    Optional<Person> person = found.isPresent() ? found : added(session, newcomer);
    if (person.isPresent()) {
      session.change(KNOW, newcomer.issuer(), newcomer.subject(), person.get().id());
    }
    return person;
  }

  /** Two of a name that differs in case alone: who is meant is not ours to say. */
  private static Optional<Person> expected(Session session, Newcomer newcomer) throws SQLException {
    List<Person> expected =
        session.list(
            EXPECTED, Accounts::person, newcomer.subject(), newcomer.email(), newcomer.issuer());
    return expected.size() == 1 ? Optional.of(expected.get(0)) : Optional.empty();
  }

  private static Optional<Person> added(Session session, Newcomer newcomer) throws SQLException {
    if (newcomer.claimed().isEmpty()) {
      return Optional.empty();
    }
    Optional<Person> called = session.find(NEW, Accounts::person, newcomer.called());
    return called.isPresent()
        ? called
        : session.find(NEW, Accounts::person, newcomer.subject() + " at " + newcomer.issuer());
  }

  private static void claim(Session session, Person person, Newcomer newcomer, Instant until)
      throws SQLException {
    session.change(FORGET, person.id());
    for (Claimed claimed : newcomer.claimed()) {
      String role = claimed.role().word();
      if (claimed.organisation() == null) {
        session.change(CLAIM_EVERYWHERE, person.id(), role, until);
      } else {
        session.change(CLAIM, person.id(), role, until, claimed.organisation());
      }
    }
  }
}
