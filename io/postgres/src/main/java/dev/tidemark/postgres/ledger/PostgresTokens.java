// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.TokenStore;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one connector, sealed in its table. A renewal holds the credential's row: whoever else
 * wants to renew it, here or in another process, waits and then goes on from what was kept.
 */
final class PostgresTokens implements TokenStore {
  private static final String MAKE =
      """
      INSERT INTO connector_token (connector_id, credential, organisation_id)
      SELECT id, ?, organisation_id FROM data_connectors WHERE id = ?
      ON CONFLICT (connector_id, credential) DO NOTHING\
      """;

  private static final String HOLD =
      """
      SELECT content::text FROM connector_token WHERE connector_id = ? AND credential = ?
         FOR UPDATE\
      """;

  private static final String KEEP =
      """
      UPDATE connector_token SET content = ?::jsonb, renewed_at = now()
       WHERE connector_id = ? AND credential = ?\
      """;

  private final Database database;
  private final SealedTokens seals;
  private final ConnectorId connector;

  PostgresTokens(Database database, Keyring keyring, ConnectorId connector) {
    this.database = database;
    this.seals = new SealedTokens(keyring, connector.value());
    this.connector = connector;
  }

  @Override
  public Kept renew(String credential, Function<Optional<Kept>, Kept> renewal) {
    Attempt attempt = new Attempt(renewal);
    return database.transaction(session -> renew(session, credential, attempt));
  }

  private Kept renew(Session session, String credential, Attempt attempt) throws SQLException {
    session.change(MAKE, credential, connector.value());
    Optional<String> content =
        session
            .find(HOLD, row -> row.maybeText("content"), connector.value(), credential)
            .orElseThrow(this::gone);
    Kept renewed = attempt.from(content.map(seals::open));
    session.change(KEEP, seals.seal(renewed), connector.value(), credential);
    return renewed;
  }

  private ConnectorException gone() {
    return ConnectorException.of(
        Category.NOT_FOUND,
        "connector " + connector + " was removed, and its tokens with it: add it again");
  }

  /**
   * One renewal, whose transaction may be tried more than once: what has been renewed is not
   * renewed again because its commit failed, as the old token is used up by then. Used by one
   * thread.
   */
  private static final class Attempt {
    private final Function<Optional<Kept>, Kept> renewal;
    private Optional<Kept> before = Optional.empty();
    private @Nullable Kept renewed;

    Attempt(Function<Optional<Kept>, Kept> renewal) {
      this.renewal = renewal;
    }

    Kept from(Optional<Kept> kept) {
      Kept known = renewed;
      boolean stillOurs = kept.equals(before) || kept.equals(Optional.ofNullable(known));
      if (known != null && stillOurs) {
        return known;
      }
      before = kept;
      Kept fresh = renewal.apply(kept);
      renewed = fresh;
      return fresh;
    }
  }
}
