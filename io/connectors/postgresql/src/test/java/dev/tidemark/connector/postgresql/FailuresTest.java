// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.fake.postgresql.Wire;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every failure has its category, a message with a remedy, and no secret in it. */
class FailuresTest {
  private final Estate estate = Estate.on(18);
  private final String database = estate.database("first");

  @AfterEach
  void drop() {
    estate.close();
  }

  @Test
  void wrongPassword() {
    fails(
        Map.of("password", "canary-wrong"),
        Category.AUTH,
        "did not accept the password: correct the option password");
  }

  @Test
  void unknownRole() {
    fails(Map.of("user", "nobody_of_that_name"), Category.AUTH, "did not accept the password");
  }

  @Test
  void noPassword() {
    Map<String, Object> settings = estate.settings();
    settings.remove("password");
    try (Connector connector = new PostgresqlType().open(PostgresqlOptions.ALL.parse(settings))) {
      assertThat(failure(connector).category()).isEqualTo(Category.AUTH);
      assertThat(failure(connector)).hasMessageContaining("none was given: set the option");
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    fails(Map.of("port", port), Category.TRANSIENT, "cannot be reached: check that PostgreSQL");
  }

  @Test
  void nobodyAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      long began = System.nanoTime();
      fails(
          Map.of("port", silent.getLocalPort(), "connect-timeout", "1s"),
          Category.TRANSIENT,
          "cannot be reached");
      assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
  }

  @Test
  void unknownHost() {
    fails(
        Map.of("host", "no-such-host.invalid"),
        Category.TRANSIENT,
        "the host name no-such-host.invalid is unknown");
  }

  @Test
  void unknownDatabase() {
    fails(
        Map.of("database", "no_such_database"),
        Category.NOT_FOUND,
        "'no_such_database' on 127.0.0.1:" + estate.port() + " does not exist");
  }

  @Test
  void noPermissionToConnect() {
    estate.run("tidemark", "revoke connect on database \"" + database + "\" from public");
    fails(
        Map.of(),
        Category.PERMISSION,
        "GRANT CONNECT ON DATABASE \"" + database + "\" TO \"" + estate.watcher() + "\"");
  }

  @Test
  void tooManyConnections() {
    estate.run("tidemark", "alter role " + estate.watcher() + " connection limit 0");
    fails(Map.of(), Category.TRANSIENT, "has no connection or memory to spare");
  }

  @Test
  void encryptionTheServerDoesNotHave() {
    fails(Map.of("sslmode", "require"), Category.CONFIG, "check sslmode");
  }

  @Test
  void statementTimeout() {
    estate.run(
        "tidemark", "alter role " + estate.watcher() + " set pg_stat_statements.track = none");
    try (Sessions sessions = sessions(estate.settings());
        Session session = sessions.first()) {
      ConnectorException failure =
          thrown(() -> session.run("select pg_sleep(30)::text", List.of(), row -> true));
      assertThat(failure.category()).isEqualTo(Category.TRANSIENT);
      assertThat(failure).hasMessageContaining("raise the option statement-timeout");
    }
  }

  /** The driver would look for the rest of such an answer for ever. */
  @Test
  @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anAnswerInAnotherProtocolIsTheEndOfTheConnection() {
    Map<String, Object> settings = estate.settings();
    try (Wire wire = Wire.to(estate.port())) {
      settings.put("port", wire.port());
      try (Sessions sessions = sessions(settings);
          Session session = sessions.first()) {
        wire.garble();
        assertThat(thrown(() -> session.run("select 1", List.of(), row -> true)).category())
            .isEqualTo(Category.TRANSIENT);
      }
    }
  }

  @Test
  void writesAreRefused() {
    try (Sessions sessions = sessions(estate.settings());
        Session session = sessions.first()) {
      assertThat(thrown(() -> session.run("create table t ()", List.of(), row -> true)))
          .hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void oldServers() throws Exception {
    try (OldServer old = OldServer.start("9.6.24")) {
      fails(
          Map.of("port", old.port(), "sslmode", "disable"),
          Category.UNSUPPORTED,
          "the server is PostgreSQL 9, and the connector reads 14 to 18");
    }
  }

  @Test
  void checkNamesEveryNeed() {
    try (Connector connector = Opened.on(estate)) {
      assertThat(connector.check()).allMatch(CheckResult::passed);
      assertThat(connector.check())
          .extracting(CheckResult::need)
          .containsExactly(
              "network",
              "credential",
              "version",
              "clock",
              "permission: pg_monitor",
              "permission: connect",
              "pg_stat_statements");
    }
  }

  @Test
  void checkPutsWhatFailsFirst() {
    String closed = estate.database("closed");
    estate.run("tidemark", "revoke connect on database \"" + closed + "\" from public");
    estate.run("tidemark", "revoke pg_monitor from " + estate.watcher());
    try (Connector connector = Opened.on(estate)) {
      List<CheckResult> results = connector.check();
      assertThat(results.get(0).code()).contains("permission_denied");
      assertThat(results.get(0).message())
          .contains("GRANT pg_monitor TO \"" + estate.watcher() + "\"");
      assertThat(results.get(1).message()).contains("GRANT CONNECT ON DATABASE \"" + closed + "\"");
    }
  }

  private static Sessions sessions(Map<String, Object> settings) {
    Account account = AccountReader.read(PostgresqlOptions.ALL.parse(settings));
    return new Sessions(
        account,
        new Dialler(account, java.time.Duration.ofSeconds(5), java.time.Duration.ofSeconds(1)));
  }

  /** Fetching and checking fail alike, and nothing that is thrown or said holds a canary. */
  private void fails(Map<String, ?> settings, Category category, String message) {
    try (Connector connector = Opened.on(estate, settings)) {
      ConnectorException failure = failure(connector);
      assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
      assertThat(failure).hasMessageContaining(message);
      CheckResult result = connector.check().get(0);
      assertThat(result.code()).contains(category.code());
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(trace + result.message() + connector).doesNotContain("canary");
    }
  }

  private static ConnectorException failure(Connector connector) {
    Reading tables = new Reading(connector, "tables", 10);
    return thrown(tables::pass);
  }

  private static ConnectorException thrown(Runnable call) {
    ConnectorException failure = catchThrowableOfType(ConnectorException.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}
