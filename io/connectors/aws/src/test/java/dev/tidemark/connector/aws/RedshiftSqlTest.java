// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeListener;
import dev.tidemark.fake.aws.FakeWarehouse;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Redshift by SQL over connections of the vendor's driver, to a server of PostgreSQL in which
 * tables stand for the system views. What it brings is what the Data API brings.
 */
@Tag("later")
class RedshiftSqlTest {
  private static final String PASSWORD = "Canary-of-the-warehouse-7";

  /** The connector's own user, who is somebody else on each way. */
  private static final String CONNECTOR = "/prod/103";

  /** In the middle of an hour, so that a minute earlier is the same one. */
  private final Instant now =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30));

  private final FakeAws fake = FakeAws.empty();
  private final FakeWarehouse warehouse = FakeWarehouse.inCluster(Things.HERE, "analytics", "prod");
  private final Map<String, Object> settings = Things.settings(fake);
  private final RedshiftWire wire;

  RedshiftSqlTest() throws IOException {
    wire = RedshiftWire.to(TestServer.shared().port());
  }

  @BeforeEach
  void fill() throws SQLException {
    fake.put(warehouse);
    settings.put("redshift", List.of("cluster/analytics/prod"));
    WarehouseRows rows = new WarehouseRows(warehouse, now);
    warehouse
        .add("svv_user_info", "user_name", "admin", "user_id", 100, "superuser", true)
        .add("svv_user_info", "user_name", "ada", "user_id", 101, "superuser", false)
        .add("svv_user_info", "user_name", FakeWarehouse.USER, "user_id", 103, "superuser", false);
    for (int number = 0; number < 1_200; number++) {
      rows.table("t%04d".formatted(number), "TABLE", "A table", "ada", "a column", " ");
    }
    rows.stored(1, "t0001", 1_000, 12);
    rows.share("partners", "sales.t0002", "999999999999");
    rows.query(101, "SELECT", "success", now.minusSeconds(60), "select 1");
    rows.query(100, "DDL", "success", now.minusSeconds(60), "ALTER TABLE sales.raw DROP COLUMN a");
    rows.query(103, "SELECT", "success", now.minusSeconds(60), "the connector's own");
    serve();
  }

  /** The server's own database of that name, made anew. */
  private void serve() throws SQLException {
    Database server = TestServer.shared().database();
    try (Connection owner = connection(server.jdbcUrl(), server);
        Statement statement = owner.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS prod WITH (FORCE)");
      statement.execute("DROP ROLE IF EXISTS reader");
      statement.execute("CREATE DATABASE prod");
      statement.execute("CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
      letInAsRedshiftDoes(statement);
    }
    String prod = "jdbc:postgresql://127.0.0.1:" + TestServer.shared().port() + "/prod";
    try (Connection owner = connection(prod, server);
        Statement statement = owner.createStatement()) {
      warehouse.copy(owner);
      statement.execute("UPDATE svv_user_info SET user_name = 'reader' WHERE user_id = 103");
      statement.execute("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO reader");
    }
    fake.listens(
        Things.HERE,
        "cluster/analytics",
        new FakeListener("127.0.0.1", wire.port(), "reader", PASSWORD));
  }

  /** The vendor's driver does not know how PostgreSQL proves a password by default. */
  private static void letInAsRedshiftDoes(Statement owner) throws SQLException {
    String file;
    try (ResultSet place = owner.executeQuery("SHOW hba_file")) {
      place.next();
      file = place.getString(1);
    }
    owner.execute(
        "COPY (VALUES ('host all reader 127.0.0.1/32 password'),"
            + " ('host all all 127.0.0.1/32 scram-sha-256')) TO '"
            + file
            + "'");
    owner.execute("SELECT pg_reload_conf()");
  }

  private static Connection connection(String url, Database server) throws SQLException {
    return DriverManager.getConnection(url, server.user(), server.password().reveal());
  }

  @AfterEach
  void close() {
    wire.close();
    fake.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redshift_tables",
        "redshift_storage",
        "redshift_users",
        "redshift_queries",
        "redshift_reads",
        "redshift_loads",
        "redshift_connections"
      })
  void bringsWhatTheDataApiBrings(String stream) {
    assertThat(read(bySql(), stream)).isEqualTo(read(settings, stream));
  }

  @Test
  void asksForATemporaryPasswordOrUsesTheOneGiven() {
    assertThat(read(bySql(), "redshift_tables")).hasSize(1_200);
    assertThat(fake.calls()).contains("redshift:GetClusterCredentialsWithIAM eu-central-1");
    int asked = fake.calls().size();
    Map<String, Object> known = bySql();
    known.put("redshift-user", "reader");
    known.put("redshift-password", PASSWORD);
    assertThat(read(known, "redshift_storage")).hasSize(1);
    assertThat(fake.calls().subList(asked, fake.calls().size()))
        .containsExactly("redshift:DescribeClusters eu-central-1");
  }

  @Test
  void findsAWorkgroup() {
    fake.listens(
        Things.HERE,
        "workgroup/lab",
        new FakeListener("127.0.0.1", wire.port(), "reader", PASSWORD));
    Map<String, Object> lab = bySql();
    lab.put("redshift", List.of("workgroup/lab/prod"));
    assertThat(read(lab, "redshift_users")).hasSize(2);
    assertThat(fake.calls()).contains("redshift-serverless:GetCredentials eu-central-1");
  }

  @Test
  void saysWhyNotWithoutThePassword() {
    Map<String, Object> wrong = bySql();
    wrong.put("redshift-user", "reader");
    wrong.put("redshift-password", "Canary-of-nobody-8");
    refused(wrong, Category.AUTH, "password authentication failed");
    Map<String, Object> elsewhere = bySql();
    elsewhere.put("redshift", List.of("cluster/analytics/lost"));
    refused(elsewhere, Category.CONFIG, "correct the option redshift");
    Map<String, Object> none = bySql();
    none.put("redshift", List.of("cluster/none/prod"));
    refused(none, Category.CONFIG, "there is no such cluster");
    Map<String, Object> encrypted = bySql();
    encrypted.remove("redshift-encryption");
    refused(encrypted, Category.CONFIG, "redshift-encryption");
  }

  @Test
  void checkSaysWhetherTheDatabaseLetsItIn() {
    assertThat(check(bySql()).passed()).isTrue();
    fake.deny("redshift:GetClusterCredentialsWithIAM", "*");
    assertThat(check(bySql()).message()).contains("add redshift:GetClusterCredentialsWithIAM");
  }

  @Test
  void canOnlyRead() throws SQLException {
    WireDialler dialler =
        new WireDialler(WarehouseLogin.Encryption.DISABLE, Duration.ofSeconds(30));
    Listener at = new Listener("127.0.0.1", wire.port(), "reader", Secret.of(PASSWORD));
    try (Connection connection = dialler.connect(at, "prod");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("INSERT INTO svv_table_info VALUES ('x')"))
          .hasMessageContaining("read-only");
      connection.rollback();
      statement.execute("SET statement_timeout TO 50");
      assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
          .hasMessageContaining("timeout");
    }
  }

  private Map<String, Object> bySql() {
    Map<String, Object> changed = new HashMap<>(settings);
    changed.put("redshift-access", "sql");
    changed.put("redshift-encryption", "disable");
    return changed;
  }

  private void refused(Map<String, Object> with, Category category, String words) {
    assertThatThrownBy(() -> read(with, "redshift_users"))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> {
              assertThat(failure.category()).isEqualTo(category);
              assertThat(failure.getMessage()).contains(words).doesNotContain("Canary");
            });
  }

  private static CheckResult check(Map<String, Object> with) {
    try (Connector connector = Things.connector(with)) {
      return connector.check().stream()
          .filter(it -> it.need().startsWith("permission: redshift:DescribeClusters"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Map<String, String> read(Map<String, Object> with, String stream) {
    try (Connector connector = Things.connector(with)) {
      Map<String, String> records = new TreeMap<>();
      for (Change change : new Reading(connector, stream, 500).passAt(now).records().values()) {
        if (!change.key().endsWith(CONNECTOR)) {
          records.put(change.key(), change.payload().utf8());
        }
      }
      return records;
    }
  }
}
