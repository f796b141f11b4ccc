// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
final class TurnsTest {
  private static final int CALLERS = 20;

  private final Turns turns = new Turns(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void whoCameFirstIsAnsweredFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    all.add(threads.submit(() -> turns.inTurn(() -> wait(begun, busy))));
    begun.await();
    List<Integer> answered = Collections.synchronizedList(new ArrayList<>());
    for (int caller = 0; caller < CALLERS; caller++) {
      int number = caller;
      all.add(threads.submit(() -> turns.inTurn(() -> answered.add(number))));
      await().until(() -> turns.waiting() == number + 1);
    }
    busy.countDown();
    for (Future<?> each : all) {
      each.get();
    }
    assertThat(answered).isSorted().hasSize(CALLERS);
  }

  @Test
  void aFailureEndsItsTurn() throws Exception {
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(
              () ->
                  turns.inTurn(
                      () -> {
                        throw new IllegalStateException("on purpose");
                      }))
          .hasMessage("on purpose");
    }
    assertThat(turns.inTurn(() -> 5)).isEqualTo(5);
  }

  private static Void wait(CountDownLatch begun, CountDownLatch end) throws InterruptedException {
    begun.countDown();
    end.await();
    return null;
  }
}
