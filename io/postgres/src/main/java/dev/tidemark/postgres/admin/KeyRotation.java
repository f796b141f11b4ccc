// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.crypto.Sealed;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.ledger.AccessAudit;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Changing the installation's key while everything runs: put a new key in front of the old one
 * where processes read it, wrap everything anew, then take the old one away. What is sealed stays
 * as it is and no connector restarts: only the keys it is sealed under are wrapped anew.
 */
public final class KeyRotation {
  private static final String CONNECTORS =
      """
      SELECT id, organisation_id, connection_details::text AS content FROM data_connectors
       ORDER BY id FOR NO KEY UPDATE\
      """;

  private static final String ORGANISATIONS =
      """
      SELECT id, id AS organisation_id, pseudonym_key::text AS content FROM organisation
       ORDER BY id FOR NO KEY UPDATE\
      """;

  private static final String OUTLETS =
      """
      SELECT id, organisation_id, settings::text AS content FROM outlets ORDER BY id FOR NO KEY UPDATE\
      """;

  private static final String TOKENS =
      """
      SELECT connector_id AS id, credential, content::text AS content FROM connector_token
       WHERE content IS NOT NULL ORDER BY connector_id, credential FOR NO KEY UPDATE\
      """;

  private static final String REHEARSED =
      """
      SELECT id, organisation_id, connection_details::text AS content FROM data_connectors
      UNION ALL SELECT id, id, pseudonym_key::text FROM organisation
      UNION ALL SELECT id, organisation_id, settings::text FROM outlets\
      """;

  private static final String REHEARSED_TOKENS =
      """
      SELECT connector_id AS id, credential, content::text AS content FROM connector_token
       WHERE content IS NOT NULL\
      """;

  private record Token(UUID connector, String credential, Sealed content) {
    static Token read(Row row) throws SQLException {
      return new Token(row.uuid("id"), row.text("credential"), Sealed.parse(row.text("content")));
    }
  }

  private record Owned(UUID id, UUID organisation, Sealed content) {
    static Owned read(Row row) throws SQLException {
      return new Owned(
          row.uuid("id"), row.uuid("organisation_id"), Sealed.parse(row.text("content")));
    }
  }

  private final Database database;
  private final Keyring keyring;

  KeyRotation(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  /**
   * Wraps everything anew with the first of the keys, which are read anew.
   *
   * @return how many connectors, outlets and organisations it was
   */
  public int rewrap(String purpose) {
    keyring.reload();
    return database.transaction(
        session -> {
          tokens(session);
          return organisations(session) + connectors(session, purpose) + outlets(session, purpose);
        });
  }

  /**
   * Opens everything with the keys there are, which are read anew, and changes nothing.
   *
   * @return how many connectors, outlets and organisations it was
   */
  public int rehearse() {
    keyring.reload();
    return database.snapshot(
        session -> {
          session
              .list(REHEARSED_TOKENS, Token::read)
              .forEach(it -> keyring.rewrap(it.content(), it.connector()));
          List<Owned> all = session.list(REHEARSED, Owned::read);
          all.forEach(it -> keyring.rewrap(it.content(), it.id()));
          return all.size();
        });
  }

  private int organisations(Session session) throws SQLException {
    List<Owned> all = session.list(ORGANISATIONS, Owned::read);
    for (Owned owned : all) {
      session.change(
          "UPDATE organisation SET pseudonym_key = ?::jsonb WHERE id = ?",
          keyring.rewrap(owned.content(), owned.id()).json(),
          owned.id());
    }
    return all.size();
  }

  /** Waits for renewals under way, and holds others back until the keys have changed. */
  private void tokens(Session session) throws SQLException {
    for (Token token : session.list(TOKENS, Token::read)) {
      session.change(
          "UPDATE connector_token SET content = ?::jsonb WHERE connector_id = ? AND credential = ?",
          keyring.rewrap(token.content(), token.connector()).json(),
          token.connector(),
          token.credential());
    }
  }

  private int connectors(Session session, String purpose) throws SQLException {
    List<Owned> all = session.list(CONNECTORS, Owned::read);
    for (Owned owned : all) {
      AccessAudit.write(session, owned.organisation(), owned.id(), "REWRAP", purpose);
      session.change(
          "UPDATE data_connectors SET connection_details = ?::jsonb WHERE id = ?",
          keyring.rewrap(owned.content(), owned.id()).json(),
          owned.id());
    }
    return all.size();
  }

  private int outlets(Session session, String purpose) throws SQLException {
    List<Owned> all = session.list(OUTLETS, Owned::read);
    for (Owned owned : all) {
      AccessAudit.write(session, owned.organisation(), owned.id(), "REWRAP", purpose);
      session.change(
          "UPDATE outlets SET settings = ?::jsonb WHERE id = ?",
          keyring.rewrap(owned.content(), owned.id()).json(),
          owned.id());
    }
    return all.size();
  }
}
