// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TidyingTest {
  private final Deque<Boolean> answers = new ArrayDeque<>(List.of(true, true, false, false));
  private int asked;
  private final Tidying tidying =
      new Tidying(
          () -> {
            asked++;
            return answers.remove();
          });

  @Test
  void beginsAMinuteAfterTheStartAndGoesOnWhileThereIsMore() {
    rounds(59);
    assertThat(asked).isZero();
    rounds(3);
    assertThat(asked).isEqualTo(3);
    rounds(299);
    assertThat(asked).as("at rest").isEqualTo(3);
    rounds(1);
    assertThat(asked).isEqualTo(4);
  }

  private void rounds(int count) {
    for (int round = 0; round < count; round++) {
      tidying.round();
    }
  }
}
