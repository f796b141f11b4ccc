// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code -Dhistories=40000 -Dseed=7} plays more, or others. Rules that only a rare coincidence
 * needs are looked for where one is near.
 */
final class RandomHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("histories", 500);
  private static final int UNTIL_FOUND = 20_000;
  private static final long SEED = Long.getLong("seed", 0);

  @Test
  void everyCommitIsRightWhateverFails() {
    assertThat(RandomHistories.firstWrong(InMemoryDatabase::new, SEED, HISTORIES, Fault.NONE))
        .as("first of %d histories from seed %d that went wrong", HISTORIES, SEED)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LEASE, 0",
    "BASE, 0",
    "RELOAD, 2700",
    "REREAD, 345",
    "ATOMIC, 0",
    "CONTINUITY, 0",
    "TRIM, 0",
    "RESTART, 0",
    "MARK, 0",
    "BESIDE, 0"
  })
  void leavingOutARuleIsFound(Fault fault, long from) {
    Optional<RandomHistories.Wrong> wrong =
        RandomHistories.firstWrong(InMemoryDatabase::new, from, UNTIL_FOUND, fault);
    assertThat(wrong).as("a history from seed %d that finds %s", from, fault).isPresent();
    System.out.printf("%s: %s%n", fault, wrong.get());
  }
}
