// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Location;
import dev.tidemark.postgres.database.Migrations;
import dev.tidemark.postgres.database.SecretReference;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Duration;

/**
 * How to reach Tidemark's database; travels with the job. Passwords and keys named by {@code
 * env:NAME} or {@code file:PATH} are read where they are used. Its text form masks the others.
 */
public final class DatabaseAccess implements LedgerAccess {
  private static final long serialVersionUID = 1L;
  private static final SecretReference DEFAULT_KEY = SecretReference.parse("env:TIDEMARK_KEY");
  private static final int DEFAULT_CONNECTIONS = 8;
  private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

  private final Location location;
  private final SecretReference key;
  private final int connections;
  private final Duration patience;

  private DatabaseAccess(
      Location location, SecretReference key, int connections, Duration patience) {
    this.location = location;
    this.key = key;
    this.connections = connections;
    this.patience = patience;
  }

  /**
   * Access with the encryption key from the environment variable {@code TIDEMARK_KEY}, 8
   * connections per JVM and a minute's patience.
   *
   * @param url {@code postgresql://user:password@host:port/database?parameter=value}, or with
   *     {@code jdbc:} in front
   * @throws IllegalArgumentException saying what the address lacks
   */
  public static DatabaseAccess at(String url) {
    return new DatabaseAccess(
        Location.parse(url), DEFAULT_KEY, DEFAULT_CONNECTIONS, DEFAULT_PATIENCE);
  }

  /** With this password: {@code env:NAME}, {@code file:PATH}, or the password itself. */
  public DatabaseAccess withPassword(String reference) {
    return new DatabaseAccess(
        location.withPassword(SecretReference.parse(reference)), key, connections, patience);
  }

  /** With this encryption key: {@code env:NAME}, {@code file:PATH}, or the key itself. */
  public DatabaseAccess withKey(String reference) {
    return new DatabaseAccess(location, SecretReference.parse(reference), connections, patience);
  }

  /** With at most so many connections per JVM. */
  public DatabaseAccess withConnections(int most) {
    return new DatabaseAccess(location, key, most, patience);
  }

  /** With so long a time in which what fails for a passing reason is tried again. */
  public DatabaseAccess withPatience(Duration longest) {
    return new DatabaseAccess(location, key, connections, longest);
  }

  /** Where the database is; its text form has no password. */
  public Location location() {
    return location;
  }

  /** Opens and seals with the encryption key. */
  public Keyring keyring() {
    return new Keyring(key);
  }

  /** The database, connected to when first asked. */
  public Database database() {
    return Database.at(location, connections, patience);
  }

  /** What brings its tables to this build. */
  public Migrations migrations() {
    return Migrations.of(location);
  }

  @Override
  public PostgresLedger open() {
    return new PostgresLedger(database(), keyring());
  }

  @Override
  public String toString() {
    return location.toString();
  }
}
