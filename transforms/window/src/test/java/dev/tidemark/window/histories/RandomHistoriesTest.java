// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dhistories=40000 -Dseed=7} plays more, or others. */
final class RandomHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("histories", 1_000);
  private static final int UNTIL_FOUND = 20_000;
  private static final long SEED = Long.getLong("seed", 0);

  @Test
  void everyCommitIsRightWhateverFails() {
    assertThat(RandomHistories.firstWrong(InMemoryDatabase::new, SEED, HISTORIES, Fault.NONE))
        .as("first of %d histories from seed %d that went wrong", HISTORIES, SEED)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void leavingOutARuleIsFound(Fault fault) {
    Optional<RandomHistories.Wrong> wrong =
        RandomHistories.firstWrong(InMemoryDatabase::new, SEED, UNTIL_FOUND, fault);
    assertThat(wrong).as("a history from seed %d that finds %s", SEED, fault).isPresent();
    System.out.printf("%s: %s%n", fault, wrong.get());
  }
}
