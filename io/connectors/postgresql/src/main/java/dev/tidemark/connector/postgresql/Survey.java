// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import java.util.ArrayList;
import java.util.List;

/** What there is, bounded to what a person can read. Used once, by one thread. */
final class Survey {
  private static final int MOST_DATABASES = 100;
  private static final int MOST_OBJECTS = 1_000;

  private final Server server;
  private final List<DiscoveredObject> objects = new ArrayList<>();

  Survey(Server server) {
    this.server = server;
  }

  Discovery discovery() {
    List<Database> databases;
    try (Session session = server.sessions().first()) {
      databases = server.databases().list(session);
    }
    databases.stream().limit(MOST_DATABASES).forEach(this::look);
    return new Discovery(PostgresqlStreams.ALL.discovered(), objects);
  }

  private void look(Database database) {
    if (!database.isConnectable()) {
      objects.add(new DiscoveredObject("database", database.name(), "no permission to connect"));
      return;
    }
    objects.add(new DiscoveredObject("database", database.name(), ""));
    try (Session session = server.sessions().on(database.name())) {
      schemas(session, database);
      tables(session, database);
    } catch (ConnectorException failure) {
      if (failure.category() == Category.INTERNAL) {
        throw failure;
      }
      objects.add(
          new DiscoveredObject("failure", database.name(), String.valueOf(failure.getMessage())));
    }
  }

  private void schemas(Session session, Database database) {
    session.rows(
        "schemas",
        List.of(room()),
        row ->
            objects.add(
                new DiscoveredObject(
                    "schema",
                    database.name() + "." + row.getString(1),
                    row.getLong(2) + " tables and views")));
  }

  private void tables(Session session, Database database) {
    session.rows(
        "objects",
        List.of(room()),
        row -> {
          String rows = row.getString(4);
          return objects.add(
              new DiscoveredObject(
                  row.getString(3),
                  database.name() + "." + row.getString(1) + "." + row.getString(2),
                  rows == null ? "" : "about " + rows + " rows"));
        });
  }

  private int room() {
    return Math.max(0, MOST_OBJECTS - objects.size());
  }
}
