// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.TestDatabase;
import dev.tidemark.postgres.database.Viewpoint.Part;
import dev.tidemark.spi.ledger.LedgerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void theLastMigrationIsTheOneThisBuildExpects() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            java.util.Objects.requireNonNull(
                    Migrations.class.getResource("/dev/tidemark/postgres/migration"))
                .toURI());
    try (Stream<Path> scripts = Files.list(folder)) {
      assertThat(scripts.map(DatabaseTest::number).max(Integer::compare))
          .hasValue(SchemaVersion.EXPECTED);
    }
  }

  private static int number(Path script) {
    String name = String.valueOf(script.getFileName());
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  @Test
  void migratingTwiceChangesNothing() {
    DatabaseAccess access = TestDatabase.empty();
    assertThat(access.migrations().apply()).isPositive();
    assertThat(access.migrations().apply()).isZero();
  }

  @Test
  void aDatabaseWithoutTablesSaysSo() {
    assertThat(refusal(TestDatabase.empty())).hasMessageContaining("migrate it first");
  }

  /** Many times, because whoever comes back overtakes only when quick enough. */
  @Test
  void whoAskedFirstHasAConnectionFirst() throws InterruptedException {
    try (Database one = TestDatabase.fresh().withConnections(1).database()) {
      for (int time = 0; time < 50; time++) {
        assertThat(order(one)).containsExactly("first", "asked meanwhile", "asked again");
      }
    }
  }

  private static List<String> order(Database one) throws InterruptedException {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Thread other = new Thread(() -> one.transaction(session -> order.add("asked meanwhile")));
    one.transaction(
        session -> {
          other.start();
          await()
              .pollInterval(Duration.ofMillis(1))
              .until(() -> other.getState() == Thread.State.TIMED_WAITING);
          return order.add("first");
        });
    one.transaction(session -> order.add("asked again"));
    other.join();
    return order;
  }

  @Test
  void tablesOfANewerBuildAreLeftAlone() {
    DatabaseAccess access = TestDatabase.fresh();
    try (Database database = access.database()) {
      database.transaction(
          session ->
              session.change(
                  """
                  INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                  VALUES (99, '99', 'from the future', 'SQL', 'V99', 'test', 0, true)\
                  """));
    }
    assertThat(refusal(access))
        .hasMessageContaining("newer Tidemark (99, this one knows " + SchemaVersion.EXPECTED + ")");
    assertThatThrownBy(() -> access.migrations().apply())
        .hasMessageContaining("use the newer release");
  }

  @Test
  void aConnectionWhoseFirstTransactionFailedDoesNotKeepLocksForEver() {
    try (Database database = TestDatabase.fresh().withConnections(1).database()) {
      assertThatThrownBy(
              () ->
                  database.transaction(
                      session -> {
                        throw new IllegalStateException("it is rolled back");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(
              database.<String>transaction(
                  session ->
                      session.one(
                          "SELECT current_setting('idle_in_transaction_session_timeout') AS bound",
                          row -> row.text("bound"))))
          .isEqualTo("30s");
    }
  }

  /** Whoever has the connection next is held to nothing and nobody. */
  @Test
  void aQueryOfItsOwnLeavesNothingBehind() {
    try (Database database = TestDatabase.fresh().withConnections(1).database()) {
      OrganisationId nobodys = new OrganisationId(UUID.randomUUID());
      Database seen = database.seenFrom(new Viewpoint(nobodys, Part.READER, "Ada"));
      String who = "SELECT current_user || current_setting('tidemark.organisation', true) AS who";
      assertThat(seen.list(who, row -> row.text("who")))
          .containsExactly("tidemark_reader" + nobodys);
      assertThat(seen.find("SELECT 1 AS n WHERE ? = 2", row -> row.bigint("n"), 3)).isEmpty();
      assertThatThrownBy(() -> seen.list("SELECT * FROM console_person", row -> row))
          .hasMessageContaining("lacks a permission");
      assertThat(database.list(who, row -> row.text("who"))).containsExactly("tidemark");
      assertThat(
              database.<Long>transaction(
                  session ->
                      session.change("CREATE TEMPORARY TABLE t AS SELECT 1 AS n")
                          + session.one("SELECT count(*) AS n FROM t", row -> row.bigint("n"))))
          .as("what follows is a transaction")
          .isEqualTo(2);
    }
  }

  @Test
  void aWrongPasswordIsNamedWithoutBeingShown() {
    DatabaseAccess access = TestDatabase.shared().withPassword("canary");
    assertThat(refusal(access))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("does not accept the password of tidemark")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> access.migrations().check())
        .hasMessageContaining("does not accept the password");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    String url = TestDatabase.shared().location().jdbcUrl().replaceFirst("/[^/]*$", "/not_there");
    DatabaseAccess access = DatabaseAccess.at(url + "?user=tidemark").withPassword(password());
    assertThat(refusal(access)).hasMessageContaining("there is no database not_there");
  }

  @Test
  void aServerThatDoesNotAnswerIsTriedAndThenNamed() {
    DatabaseAccess access =
        DatabaseAccess.at("postgresql://me@localhost:" + freePort() + "/d").withPatience(SHORT);
    assertThat(refusal(access)).hasMessageContaining("cannot be reached");
    assertThatThrownBy(() -> access.migrations().check()).hasMessageContaining("cannot be reached");
  }

  @Test
  void whoMayNotMakeTheSchemaIsTold() {
    DatabaseAccess access = TestDatabase.empty();
    String name = "powerless_" + System.nanoTime();
    try (Database database = TestDatabase.shared().database()) {
      database.transaction(
          session -> session.change("CREATE ROLE " + name + " LOGIN PASSWORD 'weak'"));
    }
    DatabaseAccess powerless =
        DatabaseAccess.at(access.location().jdbcUrl() + "?user=" + name).withPassword("weak");
    assertThatThrownBy(() -> powerless.migrations().apply())
        .hasMessageContaining(name + " lacks a permission");
  }

  @Test
  void whatFailsForAPassingReasonIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    try (Database database = TestDatabase.shared().database()) {
      int result =
          database.transaction(
              session -> {
                if (tries.incrementAndGet() < 3) {
                  session.change("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
                }
                return tries.get();
              });
      assertThat(result).isEqualTo(3);
    }
  }

  @Test
  void aConnectionLostInTheMiddleIsReplaced() {
    AtomicInteger tries = new AtomicInteger();
    try (Database database = TestDatabase.shared().database()) {
      database.transaction(
          session ->
              tries.incrementAndGet() == 1
                  ? session.change("SELECT pg_terminate_backend(pg_backend_pid())")
                  : session.change("SELECT 1"));
    }
    assertThat(tries).hasValue(2);
  }

  @Test
  void whatFailsForGoodIsNotTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    try (Database database = TestDatabase.shared().database()) {
      assertThatThrownBy(
              () ->
                  database.transaction(
                      session -> {
                        tries.incrementAndGet();
                        return session.change("SELECT 1 / 0");
                      }))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("division by zero");
    }
    assertThat(tries).hasValue(1);
  }

  @Test
  void usersOfOneDatabaseShareItsConnectionsUntilTheLastLeaves() {
    DatabaseAccess access = TestDatabase.fresh().withConnections(1);
    Database one = access.database();
    Database other = access.database();
    int first = backend(one);
    assertThat(backend(other)).isEqualTo(first);
    one.close();
    one.close();
    assertThatThrownBy(() -> backend(one)).hasMessageContaining("after it was closed");
    assertThat(backend(other)).isEqualTo(first);
    other.close();
    try (Database again = access.database()) {
      assertThat(backend(again)).isNotEqualTo(first);
    }
  }

  @Test
  void accessTravelsWithoutShowingItsSecrets() throws Exception {
    DatabaseAccess access = DatabaseAccess.at("postgresql://me:canary@h/d").withKey("canary");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(access);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    DatabaseAccess arrived = (DatabaseAccess) in.readObject();
    assertThat(arrived.location()).isEqualTo(access.location());
    assertThat(arrived.toString()).isEqualTo("postgresql://me@h/d");
  }

  private static Throwable refusal(DatabaseAccess access) {
    try (Database database = access.withPatience(SHORT).database()) {
      return org.assertj.core.api.Assertions.catchThrowable(
          () -> database.transaction(session -> session.change("SELECT 1")));
    }
  }

  private static int backend(Database database) {
    return database.transaction(
        session -> session.one("SELECT pg_backend_pid() AS pid", row -> (int) row.bigint("pid")));
  }

  private static String password() {
    return dev.tidemark.embedded.TestServer.shared().password().reveal();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
