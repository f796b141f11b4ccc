// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.postgres.crypto.EncryptionKey;
import java.time.Duration;

/** Migrated databases on the shared test server. */
public final class TestDatabase {
  private TestDatabase() {}

  private static final class Shared {
    static final DatabaseAccess ACCESS = fresh();
  }

  /** One database for all tests that keep to an organisation of their own. */
  public static DatabaseAccess shared() {
    return Shared.ACCESS;
  }

  /** A database nobody else uses. */
  public static DatabaseAccess fresh() {
    DatabaseAccess access = empty();
    access.migrations().apply();
    return access;
  }

  /** A database without tables. */
  public static DatabaseAccess empty() {
    Database database = TestServer.freshDatabase();
    return DatabaseAccess.at(database.jdbcUrl() + "?user=" + database.user())
        .withPassword(database.password().reveal())
        .withKey(EncryptionKey.random().reveal())
        .withPatience(Duration.ofSeconds(10));
  }
}
