// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StealTest {
  /** The first line as proc(5) has it: user nice system idle iowait irq softirq steal guest. */
  @Test
  void stolenTimeIsTheEighthFigureAndGuestsAreNotCountedTwice() {
    Steal steal = Steal.parse("cpu  100 1 20 300 5 0 4 70 90 9\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
    assertThat(steal).isEqualTo(new Steal(500, 70));
  }
}
