// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people may do where, looked up at every request: a role taken away is gone at once. */
public final class Roles {
  /** What was granted here or said by the issuer, whichever is more. */
  private static final String OF =
      """
      SELECT * FROM (
      SELECT o.id, o.name,
             (ARRAY['viewer', 'editor', 'administrator'])[greatest(
               array_position(ARRAY['viewer', 'editor', 'administrator'], coalesce(p.everywhere, r.role)),
               (SELECT max(array_position(ARRAY['viewer', 'editor', 'administrator'], c.role)) FROM console_claimed_role c
                 WHERE c.person_id = p.id AND c.expires_at > now()
                   AND (c.organisation_id IS NULL OR c.organisation_id = o.id)))] AS role
        FROM organisation o
       CROSS JOIN console_person p
        LEFT JOIN console_role r ON r.person_id = p.id AND r.organisation_id = o.id
       WHERE p.id = ?) m
       WHERE role IS NOT NULL\
      """;

  private static final String IN = OF + " AND id = ?";

  private static final String PAGE =
      OF + " AND (?::text IS NULL OR name > ?) ORDER BY name LIMIT ?";

  private static final String EVERYWHERE =
      """
      SELECT NOT EXISTS (SELECT FROM organisation o
                          WHERE o.id NOT IN (SELECT a.id FROM (%s) a WHERE a.role = 'administrator')) AS everywhere\
      """
          .formatted(OF);

  private static final String OWNER = "SELECT organisation_id FROM data_connectors WHERE id = ?";

  /** An organisation as somebody sees it. */
  public record Membership(OrganisationId organisation, String name, Role role) {
    static Membership read(Row row) throws SQLException {
      return new Membership(
          new OrganisationId(row.uuid("id")), row.text("name"), Role.of(row.text("role")));
    }
  }

  private final Database database;

  /** Of a database seen as its owner. */
  public Roles(Database database) {
    this.database = database;
  }

  /** What somebody is there; empty for nothing, and where there is no such organisation. */
  public Optional<Membership> in(OrganisationId organisation, Person person) {
    return database.find(IN, Membership::read, person.id(), organisation.value());
  }

  /**
   * Where somebody is anything, by name.
   *
   * @param after the name they follow; null from the beginning
   */
  public List<Membership> of(Person person, @Nullable String after, int most) {
    return database.list(PAGE, Membership::read, person.id(), after, after, most);
  }

  /** Whether somebody is administrator of every organisation there is. */
  public boolean isAdministratorEverywhere(Person person) {
    return database.list(EVERYWHERE, row -> row.flag("everywhere"), person.id()).get(0);
  }

  /** Whose a connector is. */
  public Optional<OrganisationId> owner(ConnectorId connector) {
    return database.find(
        OWNER, row -> new OrganisationId(row.uuid("organisation_id")), connector.value());
  }
}
