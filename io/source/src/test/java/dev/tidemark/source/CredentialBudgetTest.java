// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Budget;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialBudgetTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualClock clock = VirtualClock.at(START);
  private final CredentialBudget budget =
      new CredentialBudget(new Budget(10, Duration.ofSeconds(10), 2), clock);

  @Test
  void aBurstGoesAtOnceAndWhatIsBeyondGetsItsOwnMoment() {
    List<Instant> moments = new ArrayList<>();
    for (int request = 0; request < 13; request++) {
      moments.add(budget.reserve());
    }
    assertThat(moments.subList(0, 10)).containsOnly(START);
    assertThat(moments.subList(10, 13))
        .containsExactly(START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(3));
  }

  @Test
  void anHourAtTheLimitUsesAllOfItAndNoMore() {
    Instant end = START.plus(Duration.ofHours(1));
    int requests = 0;
    for (Instant moment = budget.reserve(); moment.isBefore(end); moment = budget.reserve()) {
      clock.advanceTo(moment);
      requests++;
    }
    assertThat(requests).isBetween(3_600, 3_610);
  }

  @Test
  void requestsBeyondTheReservedOneAreCharged() {
    budget.reserve();
    budget.settle(13);
    assertThat(budget.reserve()).isEqualTo(START.plusSeconds(4));
  }

  @Test
  void whatWasReservedAndNotMadeIsGivenBack() {
    for (int page = 0; page < 30; page++) {
      assertThat(budget.reserve()).isEqualTo(START);
      budget.settle(0);
    }
  }

  @Test
  void oneRequestIsWhatWasReserved() {
    for (int request = 0; request < 10; request++) {
      budget.reserve();
      budget.settle(1);
    }
    assertThat(budget.reserve()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void aBlockIsNeverShortened() {
    budget.block(START.plusSeconds(60));
    budget.block(START.plusSeconds(30));
    assertThat(budget.blockedUntil()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void noMoreThanTheAllowedRequestsRunAtTheSameTimeAndTheOthersFollowInOrder() {
    Deque<Runnable> pool = new ArrayDeque<>();
    List<Integer> ran = new ArrayList<>();
    for (int request = 0; request < 4; request++) {
      int number = request;
      budget.run(pool::add, turn -> ran.add(number));
    }
    assertThat(pool).hasSize(2);
    while (!pool.isEmpty()) {
      pool.remove().run();
    }
    assertThat(ran).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aFailedRequestFreesItsPlace() {
    Deque<Runnable> pool = new ArrayDeque<>();
    for (int request = 0; request < 3; request++) {
      budget.run(
          pool::add,
          turn -> {
            throw new IllegalStateException("on purpose");
          });
    }
    int failed = 0;
    while (!pool.isEmpty()) {
      try {
        pool.remove().run();
      } catch (IllegalStateException e) {
        failed++;
      }
    }
    assertThat(failed).isEqualTo(3);
  }

  /** Its thread may hang for ever, the requests behind it go on; each place is freed once. */
  @Test
  void aRequestThatWasGivenUpFreesItsPlaceBeforeItComesBack() {
    Deque<Runnable> pool = new ArrayDeque<>();
    List<Integer> running = new ArrayList<>();
    for (int request = 0; request < 6; request++) {
      int number = request;
      budget.run(
          pool::add,
          turn -> {
            running.add(number);
            if (number == 0) {
              turn.giveUp();
              turn.giveUp();
              assertThat(budget.hanging()).isEqualTo(1);
              assertThat(pool).hasSize(2);
            }
          });
    }
    pool.remove().run();
    assertThat(budget.hanging()).isZero();
    assertThat(pool).hasSize(2);
    while (!pool.isEmpty()) {
      pool.remove().run();
      assertThat(pool).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(running).containsExactly(0, 1, 2, 3, 4, 5);
  }
}
