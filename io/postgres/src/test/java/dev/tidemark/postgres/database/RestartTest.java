// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.spi.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a write while the server is restarted, or does not come back. */
class RestartTest {
  @TempDir Path folder;
  private EmbeddedServer server;

  @BeforeEach
  void start() {
    server = EmbeddedServer.at(folder).start();
    access(Duration.ofMinutes(2)).migrations().apply();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWriteGoesThroughOnceTheServerIsBack() {
    CountDownLatch lost = new CountDownLatch(1);
    try (Database database = access(Duration.ofMinutes(2)).database()) {
      assertThat(jobs(database)).isZero();
      CompletableFuture<Integer> write =
          CompletableFuture.supplyAsync(
              () -> database.transaction(session -> write(session, lost)));
      await(lost);
      server = EmbeddedServer.at(folder).withPort(server.port()).start();
      assertThat(write.join()).isEqualTo(1);
      assertThat(jobs(database)).as("and only once").isEqualTo(1);
    }
  }

  @Test
  void patienceEndsWithOneClearMessage() {
    try (Database database = access(Duration.ofSeconds(2)).database()) {
      assertThat(jobs(database)).isZero();
      server.close();
      assertThatThrownBy(() -> jobs(database))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("127.0.0.1:" + server.port())
          .hasMessageContaining("cannot be reached: check that it runs")
          .hasMessageNotContaining("Failsafe")
          .hasMessageNotContaining(server.password().reveal());
    }
  }

  @Test
  void whoWaitedForAConnectionIsToldTheSameAsWhoHadIt() {
    try (Database one = access(Duration.ofSeconds(2)).withConnections(1).database()) {
      assertThat(jobs(one)).isZero();
      server.close();
      Executor threads = task -> new Thread(task).start();
      List<CompletableFuture<Long>> asked =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> jobs(one), threads))
              .limit(3)
              .toList();
      assertThat(asked)
          .allSatisfy(
              each ->
                  assertThatThrownBy(each::join)
                      .hasCauseInstanceOf(LedgerException.class)
                      .hasMessageContaining("cannot be reached: check that it runs"));
    }
  }

  @Test
  void whoIsAskedToStopStopsWaiting() {
    try (Database database = access(Duration.ofMinutes(2)).database()) {
      assertThat(jobs(database)).isZero();
      server.close();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> jobs(database)).isInstanceOf(LedgerException.class);
      assertThat(Thread.interrupted()).as("it is told on").isTrue();
    }
  }

  /** The server goes while the transaction is under way; the next attempt finds it gone. */
  private int write(Session session, CountDownLatch lost) throws SQLException {
    if (lost.getCount() > 0) {
      server.close();
      lost.countDown();
    }
    return session.change("INSERT INTO pipeline_job (id, host) VALUES (gen_random_uuid(), 'test')");
  }

  private static long jobs(Database database) {
    List<Long> counts =
        database.transaction(
            session ->
                session.list(
                    "SELECT count(*) AS number FROM pipeline_job", row -> row.bigint("number")));
    return counts.get(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private DatabaseAccess access(Duration patience) {
    return DatabaseAccess.at(server.jdbcUrl() + "?user=" + server.user())
        .withPassword(server.password().reveal())
        .withPatience(patience);
  }
}
