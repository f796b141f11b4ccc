// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server to be read, with one database {@code shop}. Nothing happens on it by itself:
 * autovacuum is off, so its statistics are what its users did.
 */
public final class SourceServer implements AutoCloseable {
  /** Tables that stay; they alone are read and written. */
  public static final int TABLES = 12;

  private static final String UNTRACKED = "SET pg_stat_statements.track = 'none'";

  private static final String WORKING =
      """
      SELECT count(*) FROM pg_stat_activity
       WHERE usename = 'shop' AND application_name <> 'standing'\
      """;

  private final EmbeddedServer server;
  private final Sql administrator;
  private final List<Connection> standing;

  private SourceServer(EmbeddedServer server) {
    this.server = server;
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
    String password = server.password().reveal();
    new Sql(url + "postgres", server.user(), password, "SELECT 1").run("CREATE DATABASE shop");
    this.administrator = new Sql(url + "shop", server.user(), password, "SELECT 1");
    administrator.run(schema().toArray(String[]::new));
    this.standing = List.of(standing(administrator()), standing(shop()), standing(watcher()));
  }

  /** Roles are active while they have a session; these are all the time, whenever one looks. */
  private static Connection standing(Sql role) {
    try {
      Connection connection = role.connection();
      connection.setClientInfo("ApplicationName", "standing");
      return connection;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** How many sessions Tidemark has in a database. */
  public long sessionsOfTidemark(String database) {
    return administrator()
        .number(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'watcher' AND datname = '%s'"
                .formatted(database));
  }

  public int port() {
    return server.port();
  }

  /** An empty database on the same server, with the schema Tidemark will make in it first. */
  public Sql freshDatabase() {
    Database fresh = server.freshDatabase();
    return new Sql(
        fresh.jdbcUrl(), fresh.user(), fresh.password().reveal(), "SET search_path TO tidemark");
  }

  /** Waits until sessions have ended: with its end at the latest a session tells its statistics. */
  public void awaitQuiet() {
    Streams.within("sessions of the workload end", Streams.PATIENCE)
        .until(() -> administrator().number(WORKING) == 0);
  }

  public static SourceServer in(Path folder) {
    return new SourceServer(
        EmbeddedServer.at(folder.resolve("source"))
            .withoutDurability()
            .withSetting("autovacuum", "off")
            .withSetting("shared_preload_libraries", "pg_stat_statements")
            .start());
  }

  private static List<String> schema() {
    List<String> schema = new ArrayList<>();
    schema.add("CREATE EXTENSION pg_stat_statements");
    schema.add("CREATE ROLE shop LOGIN PASSWORD 'shop'");
    schema.add("CREATE ROLE watcher LOGIN PASSWORD 'watcher' IN ROLE pg_monitor");
    schema.add("CREATE SCHEMA shop AUTHORIZATION shop");
    schema.add("SET ROLE shop");
    for (int table = 0; table < TABLES; table++) {
      schema.add(
          "CREATE TABLE shop.t%d (id bigint PRIMARY KEY, amount integer NOT NULL, note text)"
              .formatted(table));
    }
    schema.add("CREATE VIEW shop.big AS SELECT id FROM shop.t0 WHERE amount > 500");
    return schema;
  }

  /** As a superuser, whose statements nobody counts. */
  public Sql administrator() {
    return administrator.as(administrator.user(), administrator.password(), UNTRACKED);
  }

  /** As {@link #administrator}, in another database. */
  public Sql database(String database) {
    Sql here = administrator();
    return new Sql(
        here.url().replace("/shop", "/" + database), here.user(), here.password(), UNTRACKED);
  }

  /** As the owner of the tables. */
  public Sql shop() {
    return administrator.as("shop", "shop", "SET search_path TO shop");
  }

  /** As whom Tidemark reads: active whether or not one reader has a session while another looks. */
  private Sql watcher() {
    return administrator.as("watcher", "watcher", "SELECT 1");
  }

  /** How Tidemark is told to read a database: often, with a role that may only look. */
  public String connector(String name) {
    return connector(name, "shop");
  }

  public String connector(String name, String database) {
    return connector(name, database, port());
  }

  /** As {@link #connector(String, String)}, through another port than its own. */
  public static String connector(String name, String database, int port) {
    return """
    organisation: Acme
    type: postgresql
    name: %s
    settings:
      host: 127.0.0.1
      port: %d
      database: %s
      user: watcher
      password: watcher
      databases: [%s]
    schedule: 1s
    """
        .formatted(name, port, database, database);
  }

  @Override
  public void close() {
    for (Connection connection : standing) {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
    }
    server.close();
  }
}
