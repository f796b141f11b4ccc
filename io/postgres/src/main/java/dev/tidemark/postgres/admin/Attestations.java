// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.OrganisationRows;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;

/** Signed human statements about indicators. */
public final class Attestations {
  private static final String SIGN =
      """
      INSERT INTO attestation (organisation_id, indicator, stratum, value, signer, statement, expires)
      VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id\
      """;

  private static final String WITHDRAW =
      "UPDATE attestation SET withdrawn_at = now() WHERE id = ? AND organisation_id = ? AND"
          + " withdrawn_at IS NULL";

  private final Database database;

  Attestations(Database database) {
    this.database = database;
  }

  /**
   * Takes a statement into account until it expires; the organisation is scored anew.
   *
   * @param statement what was signed, for people
   * @return its number
   */
  public long sign(OrganisationId organisation, Attestation attestation, String statement) {
    return database.transaction(
        session -> {
          OrganisationRows.touch(session, organisation.value());
          return session.one(
              SIGN,
              row -> row.bigint("id"),
              organisation.value(),
              attestation.indicator(),
              attestation.stratum().urn(),
              attestation.value(),
              attestation.signer(),
              statement,
              attestation.expires());
        });
  }

  /** Takes a statement back; the organisation is scored anew. */
  public void withdraw(OrganisationId organisation, long number) {
    database.transaction(
        session -> {
          OrganisationRows.touch(session, organisation.value());
          return session.change(WITHDRAW, number, organisation.value());
        });
  }
}
