// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.model.OrganisationId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In whose name transactions are done. The database itself holds them to one organisation and to
 * what the part may do: row-level security and grants decide, not the statements.
 *
 * @param actor what the audit calls the person
 */
public record Viewpoint(OrganisationId organisation, Part part, String actor) {
  private static final String ENTER =
      """
      SELECT set_config('tidemark.organisation', ?, true), set_config('tidemark.actor', ?, true), set_config('role', ?, true)\
      """;

  /** What may be done. */
  public enum Part {
    /** Sees everything of the organisation but what is sealed or rejected. */
    READER("tidemark_reader"),
    /** Changes connectors, their settings included, and the estate. */
    EDITOR("tidemark_editor");

    private final String role;

    Part(String role) {
      this.role = role;
    }
  }

  public Viewpoint {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(part, "part");
    if (actor.isBlank()) {
      throw new IllegalArgumentException("the audit needs somebody to name");
    }
  }

  /** Until the transaction ends. */
  void enter(Session session) throws SQLException {
    session.change(ENTER, organisation.toString(), actor, part.role);
  }

  /** Every row of a query in this name, where both are one transaction. */
  <T> List<T> list(Session session, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return session.second(
        ENTER + ";\n" + sql,
        reader,
        Stream.concat(
                Stream.of(organisation.toString(), actor, part.role), Arrays.stream(parameters))
            .toArray());
  }
}
