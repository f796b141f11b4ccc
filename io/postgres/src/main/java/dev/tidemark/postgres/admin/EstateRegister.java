// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.ledger.Json;
import dev.tidemark.postgres.ledger.OrganisationRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What platforms an organisation has and how much each matters. Every change is kept. */
public final class EstateRegister {
  /** Two changes within the clock's tick still follow each other. */
  private static final String END =
      """
      UPDATE estate_register SET valid_to = greatest(clock_timestamp(), valid_from + interval '1 microsecond')
       WHERE organisation_id = ? AND stratum = ? AND valid_to IS NULL\
      """;

  private static final String BEGIN =
      """
      INSERT INTO estate_register (organisation_id, stratum, valid_from, materiality, not_applicable, retired, reason, actor)
      SELECT ?, ?, coalesce(max(valid_to), clock_timestamp()), ?, ?::jsonb, ?, ?, ?
        FROM estate_register WHERE organisation_id = ? AND stratum = ?\
      """;

  private static final String HISTORY =
      """
      SELECT stratum, materiality, not_applicable::text, retired, valid_from, valid_to, reason, actor
        FROM estate_register WHERE organisation_id = ? ORDER BY stratum, valid_from\
      """;

  /**
   * What is to be known of a platform.
   *
   * @param materiality relative weight; null for an equal share
   * @param notApplicable indicators that do not apply to it, with the reason
   * @param retired whether it is no part of the estate any more, whatever is known of it
   */
  public record Declaration(
      Stratum stratum,
      @Nullable Double materiality,
      Map<String, String> notApplicable,
      boolean retired) {
    public Declaration {
      notApplicable = Map.copyOf(notApplicable);
    }
  }

  /**
   * A declaration and its time.
   *
   * @param until null while it is in force
   */
  public record Entry(
      Declaration declaration,
      Instant from,
      @Nullable Instant until,
      String reason,
      String actor) {}

  private final Database database;

  EstateRegister(Database database) {
    this.database = database;
  }

  /** Puts a declaration in the place of the one in force; the organisation is scored anew. */
  public void declare(
      OrganisationId organisation, Declaration declaration, String reason, String actor) {
    String stratum = declaration.stratum().urn();
    database.transaction(
        session -> {
          OrganisationRows.touch(session, organisation.value());
          session.change(END, organisation.value(), stratum);
          return session.change(
              BEGIN,
              organisation.value(),
              stratum,
              declaration.materiality(),
              Json.text(declaration.notApplicable()),
              declaration.retired(),
              reason,
              actor,
              organisation.value(),
              stratum);
        });
  }

  /** Takes the declaration in force back; the organisation is scored anew. */
  public void withdraw(OrganisationId organisation, Stratum stratum) {
    database.transaction(
        session -> {
          OrganisationRows.touch(session, organisation.value());
          return session.change(END, organisation.value(), stratum.urn());
        });
  }

  /** Everything that was ever declared, by platform and time. */
  public List<Entry> history(OrganisationId organisation) {
    return database.transaction(
        session -> session.list(HISTORY, EstateRegister::entry, organisation.value()));
  }

  private static Entry entry(Row row) throws SQLException {
    Declaration declaration =
        new Declaration(
            new Stratum(row.text("stratum")),
            row.maybeNumber("materiality").orElse(null),
            Json.texts(row.text("not_applicable")),
            row.flag("retired"));
    return new Entry(
        declaration,
        row.instant("valid_from"),
        row.maybeInstant("valid_to").orElse(null),
        row.text("reason"),
        row.text("actor"));
  }
}
