// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A PostgreSQL server with tables of a shop in it, for a running job to read. */
final class PlayedSource {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL)",
          "CREATE TABLE purchase (id bigint PRIMARY KEY, customer bigint NOT NULL REFERENCES"
              + " customer)",
          "COMMENT ON TABLE customer IS 'Who bought something; owner: sales'",
          "COMMENT ON COLUMN customer.id IS 'As the till gave it'",
          "COMMENT ON COLUMN customer.name IS 'As the customer wrote it'",
          "COMMENT ON TABLE purchase IS 'What was bought; owner: sales'",
          "COMMENT ON COLUMN purchase.id IS 'As the till gave it'",
          "COMMENT ON COLUMN purchase.customer IS 'Who bought it'",
          "INSERT INTO customer SELECT it, 'customer ' || it FROM generate_series(1, 500) it",
          "INSERT INTO purchase SELECT it, 1 + it % 500 FROM generate_series(1, 5000) it",
          "ANALYZE");

  private PlayedSource() {}

  /** How to connect to it. */
  static JsonNode opened() throws SQLException {
    Database shop = TestServer.freshDatabase();
    try (Connection connection =
            DriverManager.getConnection(shop.jdbcUrl(), shop.user(), shop.password().reveal());
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("jdbc", shop.jdbcUrl())
        .put("user", shop.user())
        .put("password", shop.password().reveal());
  }
}
