// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.ledger.OrganisationRows;
import dev.tidemark.postgres.ledger.RegisterJson;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What platforms an organisation has and how much each matters. Every change is kept, with who made
 * it and why, and has the organisation scored anew.
 */
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

  private static final String IN_FORCE =
      """
      SELECT stratum, materiality, not_applicable::text, retired
        FROM estate_register WHERE organisation_id = ? AND valid_to IS NULL ORDER BY stratum\
      """;

  private static final String ONE_IN_FORCE =
      """
      SELECT stratum, materiality, not_applicable::text, retired
        FROM estate_register WHERE organisation_id = ? AND stratum = ? AND valid_to IS NULL\
      """;

  private static final String HISTORY =
      """
      SELECT stratum, materiality, not_applicable::text, retired, valid_from, valid_to, reason, actor
        FROM estate_register WHERE organisation_id = ? ORDER BY stratum, valid_from\
      """;

  private static final String READ =
      """
      SELECT s.stratum, min(s.complete_through) AS complete_through,
             coalesce(array_agg(DISTINCT c.name ORDER BY c.name) FILTER (WHERE c.id IS NOT NULL), '{}') AS connectors
        FROM stream s LEFT JOIN data_connectors c ON c.id = s.connector_id
       WHERE s.organisation_id = ? AND s.metrics <> '{}'
       GROUP BY s.stratum ORDER BY s.stratum\
      """;

  /**
   * A declaration and its time.
   *
   * @param until null while it is in force
   */
  public record Entry(
      RegisterEntry declaration,
      Instant from,
      @Nullable Instant until,
      String reason,
      String actor) {}

  /**
   * A platform that is or was read.
   *
   * @param connectors names of those that read it; none where all were removed
   * @param completeThrough everything up to here was read; null before the first pass
   */
  public record ReadPlatform(
      Stratum stratum, List<String> connectors, @Nullable Instant completeThrough) {}

  private final Database database;

  EstateRegister(Database database) {
    this.database = database;
  }

  /** Puts a declaration in the place of the one in force. */
  public void declare(
      OrganisationId organisation, RegisterEntry declaration, String reason, String actor) {
    change(organisation, declaration.stratum(), before -> declaration, reason, actor);
  }

  /** Changes what is declared of a platform; what was not yet declared begins as undeclared. */
  public void change(
      OrganisationId organisation,
      Stratum stratum,
      UnaryOperator<RegisterEntry> edit,
      String reason,
      String actor) {
    database.transaction(
        session -> {
          OrganisationRows.touch(session, organisation.value());
          RegisterEntry before =
              session
                  .find(
                      ONE_IN_FORCE,
                      EstateRegister::declaration,
                      organisation.value(),
                      stratum.urn())
                  .orElseGet(() -> RegisterEntry.undeclared(stratum));
          session.change(END, organisation.value(), stratum.urn());
          return session.change(BEGIN, columns(organisation, edit.apply(before), reason, actor));
        });
  }

  /** The declarations in force, by platform. */
  public List<RegisterEntry> inForce(OrganisationId organisation) {
    return database.transaction(session -> inForce(session, organisation));
  }

  /** Everything that was ever declared, by platform and time. */
  public List<Entry> history(OrganisationId organisation) {
    return database.list(HISTORY, EstateRegister::entry, organisation.value());
  }

  /** Every platform that is or was read, declared or not. */
  public List<ReadPlatform> read(OrganisationId organisation) {
    return database.list(READ, EstateRegister::read, organisation.value());
  }

  private static List<RegisterEntry> inForce(Session session, OrganisationId organisation)
      throws SQLException {
    return session.list(IN_FORCE, EstateRegister::declaration, organisation.value());
  }

  private static @Nullable Object[] columns(
      OrganisationId organisation, RegisterEntry entry, String reason, String actor) {
    String stratum = entry.stratum().urn();
    return new @Nullable Object[] {
      organisation.value(),
      stratum,
      entry.materiality(),
      RegisterJson.write(entry.notApplicable()),
      entry.retired(),
      reason,
      actor,
      organisation.value(),
      stratum
    };
  }

  private static RegisterEntry declaration(Row row) throws SQLException {
    return new RegisterEntry(
        new Stratum(row.text("stratum")),
        row.maybeNumber("materiality").orElse(null),
        RegisterJson.read(row.text("not_applicable")),
        row.flag("retired"));
  }

  static ReadPlatform read(Row row) throws SQLException {
    return new ReadPlatform(
        new Stratum(row.text("stratum")),
        row.texts("connectors"),
        row.maybeInstant("complete_through").orElse(null));
  }

  static Entry entry(Row row) throws SQLException {
    return new Entry(
        declaration(row),
        row.instant("valid_from"),
        row.maybeInstant("valid_to").orElse(null),
        row.text("reason"),
        row.text("actor"));
  }
}
