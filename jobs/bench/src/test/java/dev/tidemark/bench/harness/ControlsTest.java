// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.contestant.Entry;
import org.junit.jupiter.api.Test;

final class ControlsTest {
  @Test
  void figuresAreTrustedWhereTheSameIsTheSameAndSlowerIsSlower() {
    Samples samples = played(1.0, 1.1);
    assertThat(Controls.objections(samples, Rounds.WORKLOAD)).isEmpty();
    assertThat(Controls.slowed(samples, Rounds.WORKLOAD).orElseThrow().median())
        .isBetween(0.87, 0.95);
  }

  @Test
  void figuresAreNotTrustedWhereTheSameDiffers() {
    assertThat(Controls.objections(played(1.06, 1.1), Rounds.WORKLOAD))
        .singleElement()
        .asString()
        .startsWith("the same contestant twice differs: 0.9");
  }

  @Test
  void figuresAreNotTrustedWhereASlowdownGoesUndetected() {
    assertThat(Controls.objections(played(1.0, 1.0), Rounds.WORKLOAD))
        .singleElement()
        .asString()
        .startsWith("a planted slowdown of 10 % went undetected");
  }

  @Test
  void figuresAreNotTrustedWhereNothingIsLeft() {
    Samples robbed =
        new Rounds()
            .with(Entry.SHIPPED, 1)
            .robbed(Entry.SHIPPED_AGAIN, 1, 1)
            .robbed(Entry.SHIPPED_SLOWED, 1, 1.1)
            .samples();
    assertThat(Controls.objections(robbed, Rounds.WORKLOAD))
        .containsExactly("too few rounds are left to tell");
  }

  @Test
  void figuresAreNotTrustedWhereOneRoundIsLeftOfTheSlowedOne() {
    Samples samples =
        new Rounds()
            .with(Entry.SHIPPED, 1)
            .with(Entry.SHIPPED_AGAIN, 1)
            .robbed(Entry.SHIPPED_SLOWED, 1, 1.1)
            .single(Entry.SHIPPED_SLOWED, 2, 1.1)
            .samples();
    assertThat(Controls.objections(samples, Rounds.WORKLOAD))
        .containsExactly("too few rounds are left to tell");
  }

  @Test
  void roundsSomebodyStoleTimeFromAreLeftOut() {
    Samples samples =
        new Rounds()
            .with(Entry.SHIPPED, 1)
            .with(Entry.NATIVE, 2)
            .robbed(Entry.NATIVE, 6, 100)
            .robbed(Entry.SHIPPED, 6, 1)
            .samples();
    assertThat(Aim.NATIVE.ratio(samples, Rounds.WORKLOAD).orElseThrow().rounds()).isEqualTo(5);
  }

  private static Samples played(double again, double slowed) {
    return new Rounds()
        .with(Entry.SHIPPED, 1)
        .with(Entry.SHIPPED_AGAIN, again)
        .with(Entry.SHIPPED_SLOWED, slowed)
        .samples();
  }
}
