// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database whatever its tables are, for those who replace them: a connection for each
 * transaction, and nothing is tried again.
 *
 * @param location where it is
 */
public record UnmigratedDatabase(Location location) {
  /**
   * Does the work in one transaction at read committed.
   *
   * @throws LedgerException saying why it cannot be done
   */
  public <T> T transaction(Work<T> work) {
    try (Connection connection = Driver.connect(location)) {
      connection.setAutoCommit(false);
      return Database.inside(connection, work);
    } catch (SQLException failure) {
      throw Trouble.explained(location, failure);
    }
  }
}
