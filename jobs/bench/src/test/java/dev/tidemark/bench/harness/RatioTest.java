// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RatioTest {
  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Ratio.of(List.of(3.0, 1.0, 2.0), 1).median()).isEqualTo(2);
    assertThat(Ratio.of(List.of(4.0, 1.0, 2.0, 3.0), 1).median()).isEqualTo(2.5);
  }

  @Test
  void roundsThatAgreeLeaveNoDoubt() {
    assertThat(Ratio.of(Collections.nCopies(5, 0.9), 1)).isEqualTo(new Ratio(0.9, 0.9, 0.9, 5));
  }

  @Test
  void theIntervalHoldsTheTrueMedianAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(20_261_126);
    int held = 0;
    for (int run = 0; run < 60; run++) {
      Ratio ratio = Ratio.of(ratios(random), run);
      held += ratio.low() <= 1 && 1 <= ratio.high() ? 1 : 0;
    }
    // 57 are expected; the bootstrap of a median of 15 is a little narrow or wide by chance.
    assertThat(held).isBetween(50, 60);
  }

  private static List<Double> ratios(SplittableRandom random) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < 15; round++) {
      ratios.add(1 + (random.nextDouble() - 0.5) / 5);
    }
    return ratios;
  }

  @Test
  void nothingToCompareIsRefused() {
    assertThatThrownBy(() -> Ratio.of(List.of(), 1)).hasMessageContaining("no round is left");
  }
}
