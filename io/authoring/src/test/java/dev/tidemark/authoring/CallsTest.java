// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class CallsTest {
  private final CountDownLatch aborted = new CountDownLatch(1);
  private final AtomicReference<@Nullable Thread> broken = new AtomicReference<>();
  private final Calls calls = new Calls("acme", "account 1", 2, new Deaf());

  /** Connections that do not notice interruption. */
  private final class Deaf implements Calls.Lines {
    @Override
    public void abort(Thread worker) {
      broken.set(worker);
      aborted.countDown();
    }

    @Override
    public void close() {
      aborted.countDown();
    }
  }

  /** Connections that nothing breaks off. */
  private static final class Unbreakable implements Calls.Lines {
    @Override
    public void abort(Thread worker) {}

    @Override
    public void close() {}
  }

  @Test
  void handOverWhatTheWorkGivesAndHowItFails() {
    assertThat(calls.<Integer>run(() -> 7)).isEqualTo(7);
    ConnectorException known = ConnectorException.of(Category.AUTH, "no");
    assertThatThrownBy(
            () ->
                calls.run(
                    () -> {
                      throw known;
                    }))
        .isSameAs(known);
    assertThatThrownBy(
            () ->
                calls.run(
                    () -> {
                      throw new IllegalStateException("secret");
                    }))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.INTERNAL))
        .hasMessageContaining("account 1")
        .hasMessageNotContaining("secret");
    calls.close();
  }

  @Test
  void breakOffWhatAnInterruptedCallerWaitsFor() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                calls.run(() -> waitDeafly(working));
              } catch (ConnectorException failure) {
                outcome.complete(failure);
              }
            });
    caller.start();
    working.await();
    caller.interrupt();
    assertThat(outcome.get()).hasMessage("interrupted while reading from account 1");
    assertThat(broken.get()).isNotNull();
    assertThat(broken.get().getName()).isEqualTo("acme account 1");
    calls.close();
  }

  @Test
  void failOnceTheyAreClosed() {
    calls.close();
    assertThatThrownBy(() -> calls.run(() -> 1))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.TRANSIENT))
        .hasMessage("the connector to account 1 is closed");
  }

  @Test
  void letWhoWaitsGoWhenTheyAreClosed() throws Exception {
    CountDownLatch working = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    Calls deaf = new Calls("acme", "account 2", 1, new Unbreakable());
    Calls.Work<Integer> running = deaf.begin(() -> waitDeafly(working, never));
    Calls.Work<Integer> waiting = deaf.begin(() -> 1);
    working.countDown();
    working.await();
    deaf.close();
    for (Calls.Work<Integer> work : List.of(running, waiting)) {
      assertThatThrownBy(() -> deaf.await(work)).hasMessage("the connector to account 2 is closed");
    }
    never.countDown();
  }

  private int waitDeafly(CountDownLatch working) {
    return waitDeafly(working, aborted);
  }

  private static int waitDeafly(CountDownLatch working, CountDownLatch ended) {
    working.countDown();
    boolean heard = false;
    while (!heard) {
      try {
        ended.await();
        heard = true;
      } catch (InterruptedException deaf) {
        working.countDown();
      }
    }
    return 0;
  }
}
