// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.Calls;
import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interrupting and closing end what runs, here and on the server, which would go on for long. */
class CancellationTest {
  private final Estate estate = Estate.on(18);
  private final String database = estate.database("slow");
  private final Account account =
      AccountReader.read(PostgresqlOptions.ALL.parse(estate.settings()));
  private final Sessions sessions =
      new Sessions(account, new Dialler(account, Duration.ofSeconds(5), Duration.ofMinutes(15)));
  private final Calls calls = new Calls("postgresql", "test", Sessions.MOST_OPEN, sessions);

  /** A call that waits for a statement that sleeps. */
  private record Sleep(Thread caller, CompletableFuture<Boolean> result) {}

  @AfterEach
  void drop() {
    calls.close();
    estate.close();
  }

  @Test
  void interruptionEndsTheStatement() {
    Sleep sleep = sleep();
    sleep.caller().interrupt();
    assertThatThrownBy(() -> sleep.result().get(2, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("interrupted while reading from test");
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !sleeps());
    assertThat(calls.run(() -> sessions.first().database())).isEqualTo(database);
  }

  @Test
  void closingEndsTheStatement() {
    Sleep sleep = sleep();
    calls.close();
    assertThatThrownBy(() -> sleep.result().get(2, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConnectorException.class);
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !sleeps());
    assertThatThrownBy(() -> calls.run(() -> 1)).hasMessageContaining("is closed");
  }

  private Sleep sleep() {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(result), "sleeper");
    thread.start();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::sleeps);
    return new Sleep(thread, result);
  }

  private void complete(CompletableFuture<Boolean> result) {
    try {
      result.complete(calls.run(this::sleepOnTheServer));
    } catch (ConnectorException failure) {
      result.completeExceptionally(failure);
    }
  }

  private boolean sleepOnTheServer() {
    try (Session session = sessions.first()) {
      session.run("select pg_sleep(600)::text", List.of(), row -> true);
      return true;
    }
  }

  private boolean sleeps() {
    return !estate
        .answer(
            database,
            "select count(*) from pg_stat_activity where query like 'select pg_sleep%'"
                + " and state = 'active'")
        .equals("0");
  }
}
