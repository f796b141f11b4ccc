// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * What goes wrong at accounts the job reads beside the source: the source's rows must not wait for
 * them. How long they did is printed.
 */
final class AccountFaults {
  private static final int PAGES = 8;
  private static final int ONE_IN = 10;
  private static final Duration A_WHILE = Duration.ofSeconds(12);
  private static final Duration TO_CONVERGE = Duration.ofMinutes(3);

  private AccountFaults() {}

  /** Each page of an account has a record that cannot be used; the good ones beside it count. */
  static Instant poison(Theatre theatre, Random random) {
    try (PlayedAccount account = new PlayedAccount(theatre).withLogins()) {
      long before = account.counted();
      int good = 0;
      for (int page = 0; page < PAGES; page++) {
        int more = 1 + random.nextInt(20);
        account.signIn(more);
        good += more;
        theatre.letPass(Duration.ofSeconds(2));
      }
      long expected = before + good;
      Streams.within("all good records are counted", TO_CONVERGE)
          .until(() -> account.counted() >= expected && account.rejected() >= PAGES);
      assertThat(account.counted()).as("logins counted").isEqualTo(expected);
      assertThat(account.rejected()).as("records rejected").isEqualTo(PAGES);
      return Instant.now();
    }
  }

  /** An account neither answers nor refuses, and is removed while it hangs. */
  static Instant hang(Theatre theatre, Random random) {
    try (PlayedAccount account = new PlayedAccount(theatre).withLogins()) {
      Duration usual = theatre.pulse.longestGap(A_WHILE);
      account.hang();
      tell("an account hangs", usual, theatre.pulse.longestGap(A_WHILE.multipliedBy(3)));
      return Instant.now();
    }
  }

  /** One in ten of many connectors finds nobody. */
  static Instant failMany(Theatre theatre, Random random) {
    int connectors = Integer.getInteger("chaos.connectors", 100);
    int failing = (connectors + ONE_IN - 1) / ONE_IN;
    try (PlayedAccount account = new PlayedAccount(theatre)) {
      Duration usual = theatre.pulse.longestGap(A_WHILE);
      for (int number = 0; number < connectors; number++) {
        if (number % ONE_IN == 0) {
          account.connectInVain(number);
        } else {
          account.connect(number);
        }
      }
      account.awaitFailing(failing);
      account.awaitRead(connectors - failing);
      tell(
          "one in ten of " + connectors + " fails",
          usual,
          theatre.pulse.longestGap(A_WHILE.multipliedBy(3)));
      return Instant.now();
    }
  }

  private static void tell(String what, Duration usual, Duration meanwhile) {
    System.out.printf(
        "%s: between two commits of the source at most %d ms, without it %d ms%n",
        what, meanwhile.toMillis(), usual.toMillis());
  }
}
