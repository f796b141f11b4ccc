// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.ledger.BackcastStore;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.RejectedStore;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamStore;

/** The ledger over a PostgreSQL database. For any number of threads; calls block. */
public final class PostgresLedger implements Ledger {
  private final Database database;
  private final Keyring keyring;

  /** Takes over the database: closing one closes the other. */
  public PostgresLedger(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  @Override
  public ConnectorRegistry registry() {
    return new PostgresRegistry(database, keyring);
  }

  @Override
  public StreamLeases leases() {
    return new PostgresLeases(database);
  }

  @Override
  public StreamStore streams() {
    return new PostgresStreams(database);
  }

  @Override
  public EvidenceStore evidence() {
    return new PostgresEvidence(database);
  }

  @Override
  public ScoreStore scores() {
    return new PostgresScores(database);
  }

  @Override
  public BackcastStore backcasts() {
    return new PostgresBackcasts(database);
  }

  @Override
  public RejectedStore rejected() {
    return new PostgresRejected(database);
  }

  @Override
  public boolean tidy() {
    return database.transaction(session -> new Purge(session).step());
  }

  @Override
  public void close() {
    database.close();
  }
}
