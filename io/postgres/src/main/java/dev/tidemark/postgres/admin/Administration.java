// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Viewpoint;

/** Everything people do to an installation. For any number of threads; calls block. */
public final class Administration implements AutoCloseable {
  private final Database database;
  private final Keyring keyring;

  private Administration(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  /** Of a migrated database; connected to when first asked. */
  public static Administration of(DatabaseAccess access) {
    return new Administration(access.database(), access.keyring());
  }

  /**
   * The same in somebody's name, held by the database to one organisation and to what that person
   * may do there; closing one closes the other.
   */
  public Administration seenFrom(Viewpoint viewpoint) {
    return new Administration(database.seenFrom(viewpoint), keyring);
  }

  public Organisations organisations() {
    return new Organisations(database, keyring);
  }

  public Connectors connectors() {
    return new Connectors(database, keyring);
  }

  public Rewinding rewinding() {
    return new Rewinding(database);
  }

  public Jobs jobs() {
    return new Jobs(database);
  }

  public Models models() {
    return new Models(database);
  }

  public ModelDecisions decisions() {
    return new ModelDecisions(database);
  }

  public EstateRegister register() {
    return new EstateRegister(database);
  }

  public EstateListing estate() {
    return new EstateListing(database);
  }

  public Attestations attestations() {
    return new Attestations(database);
  }

  public Status status() {
    return new Status(database);
  }

  public Scores scores() {
    return new Scores(database);
  }

  public DeadLetters deadLetters() {
    return new DeadLetters(database);
  }

  public Retention retention() {
    return new Retention(database);
  }

  public Reconciliation reconciliation() {
    return new Reconciliation(database);
  }

  public KeyRotation keys() {
    return new KeyRotation(database, keyring);
  }

  /** Lets go of the database. */
  @Override
  public void close() {
    database.close();
  }
}
