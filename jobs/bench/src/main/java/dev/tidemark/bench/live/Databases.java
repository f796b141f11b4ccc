// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.job.command.live.Preparation;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.crypto.EncryptionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The databases of a run on one server, and the key all of them are sealed with. */
public final class Databases {
  private static final String MAINTENANCE = "postgres";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String OTHERS =
      """
      SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
         AND backend_type = 'client backend' AND pid <> pg_backend_pid()\
      """;

  private final EmbeddedServer server;
  private final Path key;

  private Databases(EmbeddedServer server, Path key) {
    this.server = server;
    this.key = key;
  }

  /** Those of a server, with a key in a file of a folder. */
  public static Databases on(EmbeddedServer server, Path folder) {
    try {
      Path key = folder.resolve("key");
      return new Databases(server, Files.writeString(key, EncryptionKey.random().reveal()));
    } catch (IOException failure) {
      throw new UncheckedIOException("no key can be written to " + folder, failure);
    }
  }

  /** The address of one, without the password. */
  public String address(String database) {
    return "postgresql://%s@127.0.0.1:%d/%s".formatted(server.user(), server.port(), database);
  }

  public Path passwordFile() {
    return server.passwordFile();
  }

  public Path key() {
    return key;
  }

  public int port() {
    return server.port();
  }

  /** One as Tidemark reaches it. */
  public DatabaseAccess access(String database) {
    return DatabaseAccess.at(address(database))
        .withPassword("file:" + passwordFile())
        .withKey("file:" + key);
  }

  /** A new one with Tidemark's tables and model, and no connector; an old one of the name goes. */
  public DatabaseAccess made(String database) {
    drop(database);
    execute(MAINTENANCE, "CREATE DATABASE " + database);
    DatabaseAccess access = access(database);
    access.migrations().apply();
    Preparation.model(access);
    return access;
  }

  /** A new one like another. */
  public void copy(String template, String database) {
    execute(MAINTENANCE, "CREATE DATABASE " + database + " TEMPLATE " + template);
  }

  public void drop(String database) {
    execute(MAINTENANCE, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
  }

  /** A connection of its own. */
  public Connection connection(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database),
        server.user(),
        server.password().reveal());
  }

  /** Has statements executed, one by one. */
  public void execute(String database, String... statements) {
    try (Connection connection = connection(database);
        Statement work = connection.createStatement()) {
      for (String statement : statements) {
        work.execute(statement);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the server does not do as asked: " + failure, failure);
    }
  }

  /** The first column of the first row. */
  public long number(String database, String question) {
    try (Connection connection = connection(database);
        Statement work = connection.createStatement();
        ResultSet answer = work.executeQuery(question)) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException("the server does not answer: " + failure, failure);
    }
  }

  /** Waits until the server has noticed that those who used a database are gone. */
  public void awaitNobody(String database) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (number(database, OTHERS) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("somebody still uses " + database);
      }
      Bench.pause(LOOK_AGAIN);
    }
  }
}
