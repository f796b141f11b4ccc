// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables to what this build works with. Several may do so at a time. */
public final class Migrations {
  private static final String SCRIPTS = "classpath:dev/tidemark/postgres/migration";

  private final Location location;

  private Migrations(Location location) {
    this.location = location;
  }

  public static Migrations of(Location location) {
    return new Migrations(location);
  }

  /**
   * Applies what is missing.
   *
   * @return how many migrations were applied
   * @throws IllegalStateException if the server is too old or the tables are newer than this build
   * @throws LedgerException if the database cannot be reached or does not allow it
   */
  public int apply() {
    return applyUpTo(SchemaVersion.EXPECTED);
  }

  /**
   * Applies what is missing up to a migration, for rows of an older build.
   *
   * @param last its number
   * @return how many migrations were applied
   * @throws IllegalStateException as {@link #apply}
   * @throws LedgerException as {@link #apply}
   */
  public int applyUpTo(int last) {
    // To find nothing to do Flyway reads every script: a second in which a killed job stands still.
    if (found() == last) {
      return 0;
    }
    try {
      return flyway(last).migrate().migrationsExecuted;
    } catch (FlywayException failure) {
      throw explained(failure);
    }
  }

  /**
   * How far the tables are.
   *
   * @return the number of the last migration that was applied; 0 where there are no tables yet
   * @throws IllegalStateException if the server is too old or the tables are newer than this build
   * @throws LedgerException if the database cannot be reached
   */
  public int found() {
    try (Connection connection = Driver.connect(location)) {
      return SchemaVersion.requireMigratable(connection, location);
    } catch (SQLException failure) {
      throw Trouble.explained(location, failure);
    }
  }

  /** Connects, and refuses what could not work. */
  public void check() {
    found();
  }

  private Flyway flyway(int last) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(Driver.source(location))
        .schemas(Database.SCHEMA)
        .locations(SCRIPTS)
        .target(String.valueOf(last))
        .load();
  }

  private LedgerException explained(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        return Trouble.explained(location, refusal);
      }
    }
    return new LedgerException(location + " cannot be migrated: " + failure.getMessage(), failure);
  }
}
