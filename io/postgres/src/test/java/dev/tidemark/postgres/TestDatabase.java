// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.postgres.crypto.EncryptionKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** Migrated databases on the shared test server. */
public final class TestDatabase {
  private TestDatabase() {}

  private static final class Shared {
    static final DatabaseAccess ACCESS = fresh();
  }

  /** Migrated once; others are copies of it. Nobody connects to it. */
  private static final class Template {
    static final Database DATABASE = TestServer.freshDatabase();

    static {
      access(DATABASE).migrations().apply();
    }
  }

  /** One database for all tests that keep to an organisation of their own. */
  public static DatabaseAccess shared() {
    return Shared.ACCESS;
  }

  /** A database nobody else uses. */
  public static DatabaseAccess fresh() {
    String name = "copy_" + UUID.randomUUID().toString().replace("-", "");
    copy(name);
    Database template = Template.DATABASE;
    String url = template.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    return access(new Database(url, template.user(), template.password()));
  }

  /** A database without tables. */
  public static DatabaseAccess empty() {
    return access(TestServer.freshDatabase());
  }

  private static DatabaseAccess access(Database database) {
    return DatabaseAccess.at(database.jdbcUrl() + "?user=" + database.user())
        .withPassword(database.password().reveal())
        .withKey(EncryptionKey.random().reveal())
        .withPatience(Duration.ofSeconds(30));
  }

  private static void copy(String name) {
    Database server = TestServer.shared().database();
    String template = Template.DATABASE.jdbcUrl().replaceFirst("^.*/", "");
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(), server.user(), server.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    } catch (SQLException failure) {
      throw new IllegalStateException("no copy of the migrated database", failure);
    }
  }
}
