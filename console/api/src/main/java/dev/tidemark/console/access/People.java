// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the console, as whoever runs the installation says. Changes hold from the next
 * request on. For any number of threads; calls block.
 */
public final class People {
  private static final String LIST =
      """
      SELECT p.name, NULL AS organisation, p.everywhere AS role FROM console_person p WHERE p.everywhere IS NOT NULL
       UNION ALL
      SELECT p.name, o.name, r.role FROM console_person p
        LEFT JOIN console_role r ON r.person_id = p.id LEFT JOIN organisation o ON o.id = r.organisation_id
       WHERE p.everywhere IS NULL OR r.role IS NOT NULL
       ORDER BY 1, 2 NULLS FIRST\
      """;

  private static final String KNOWN =
      "SELECT EXISTS (SELECT FROM console_person WHERE name = ?) AS known";
  private static final String ADD =
      "INSERT INTO console_person (name) VALUES (?) ON CONFLICT DO NOTHING";
  private static final String EVERYWHERE =
      "UPDATE console_person SET everywhere = ? WHERE name = ?";

  private static final String SOMEWHERE =
      """
      INSERT INTO console_role (person_id, organisation_id, role) SELECT id, ?, ? FROM console_person WHERE name = ?
          ON CONFLICT (person_id, organisation_id) DO UPDATE SET role = EXCLUDED.role\
      """;

  private static final String NOWHERE =
      """
      DELETE FROM console_role USING console_person p
       WHERE p.id = person_id AND organisation_id = ? AND p.name = ?\
      """;

  private static final String UNUSED =
      """
      DELETE FROM console_link USING console_person p
       WHERE p.id = person_id AND p.name = ? AND used_at IS NULL\
      """;

  private static final String LINK =
      """
      INSERT INTO console_link (hash, person_id, expires_at)
      SELECT ?, id, now() + ? * interval '1 second' FROM console_person WHERE name = ?\
      """;

  /**
   * What somebody may do.
   *
   * @param organisation its name; null for all of them
   * @param role null for somebody who may do nothing there
   */
  public record Grant(String person, @Nullable String organisation, @Nullable Role role) {
    static Grant read(Row row) throws SQLException {
      return new Grant(
          row.text("name"),
          row.maybeText("organisation").orElse(null),
          row.maybeText("role").map(Role::of).orElse(null));
    }
  }

  private final Database database;

  /** Of a database seen as its owner. */
  public People(Database database) {
    this.database = database;
  }

  /** Everybody, by name. */
  public List<Grant> list() {
    return database.list(LIST, Grant::read);
  }

  /**
   * Says what somebody may do, in the place of what was said before; who is not known yet is made
   * known.
   *
   * @param organisation null for all of them
   * @param role null for nothing
   */
  public void grant(String person, @Nullable OrganisationId organisation, @Nullable Role role) {
    database.transaction(
        session -> {
          session.change(ADD, person);
          String word = role == null ? null : role.word();
          return organisation == null
              ? session.change(EVERYWHERE, word, person)
              : grant(session, person, organisation, word);
        });
  }

  private static int grant(
      Session session, String person, OrganisationId organisation, @Nullable String word)
      throws SQLException {
    return word == null
        ? session.change(NOWHERE, organisation.value(), person)
        : session.change(SOMEWHERE, organisation.value(), word, person);
  }

  /**
   * A link that lets somebody in once, in the place of those they did not use; empty where nobody
   * is called that.
   *
   * @param good how long it can be used
   */
  public Optional<Token> link(String person, Duration good) {
    Token link = Token.random();
    return database.transaction(
        session -> {
          session.change(UNUSED, person);
          int made = session.change(LINK, link.hash(), good.toSeconds(), person);
          return made == 1 ? Optional.of(link) : Optional.empty();
        });
  }

  /** Whether somebody is called that. */
  public boolean knows(String person) {
    return database.list(KNOWN, row -> row.flag("known"), person).get(0);
  }
}
