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

  /** What there is, as the journal says it: kind, owned or not, columns, with a key or without. */
  private static final String MADE =
      """
      SELECT n.nspname || '.' || c.relname,
             concat_ws(' ', CASE c.relkind WHEN 'r' THEN 'table' ELSE 'view' END,
                       CASE WHEN c.relowner <> 10 THEN 'owned' ELSE 'unowned' END,
                       (SELECT count(*) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0),
                       CASE WHEN EXISTS (SELECT FROM pg_index WHERE indrelid = c.oid AND indisprimary)
                            THEN 'key' ELSE 'keyless' END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('shop', 'public')\
      """;

  /** Who may come, and with which privileges. */
  private static final String ROLES =
      """
      SELECT rolname,
             concat_ws(' ', CASE WHEN rolsuper THEN 'superuser' END, CASE WHEN rolcreaterole THEN 'createrole' END,
                       CASE WHEN rolcreatedb THEN 'createdb' END, CASE WHEN rolreplication THEN 'replication' END,
                       CASE WHEN rolbypassrls THEN 'bypassrls' END)
        FROM pg_roles WHERE rolname !~ '^pg_'\
      """;

  private final EmbeddedServer server;
  private final Journal journal;
  private final Sql administrator;
  private final List<Connection> standing;

  private SourceServer(EmbeddedServer server, Journal journal) {
    this.server = server;
    this.journal = journal;
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
    String password = server.password().reveal();
    new Sql(url + "postgres", server.user(), password, "SELECT 1").run("CREATE DATABASE shop");
    this.administrator = new Sql(url + "shop", server.user(), password, "SELECT 1");
    administrator.run(schema().toArray(String[]::new));
    administrator().table(MADE).forEach((name, made) -> journal.note(name, "made", made));
    administrator()
        .table(ROLES)
        .forEach((name, privileges) -> journal.note(name, "role", privileges));
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

  /** Everything that happened here. */
  public Journal journal() {
    return journal;
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
            .start(),
        Journal.of(folder.resolve("source.tsv")));
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
