// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.time.Duration;

/** The scenes in which a scripted account holds very much, or does not answer. */
record ExampleVolume(ExampleAccount account, VirtualClock clock, int most) implements VolumeScenes {
  @Override
  public String largest() {
    return "events";
  }

  @Override
  public Played fill(int records) {
    for (int number = 0; number < records; number++) {
      clock.advance(Duration.ofNanos(1_000));
      account.events().append(clock.instant(), "production", 1);
    }
    return Played.yes();
  }

  @Override
  public Played hang() {
    account.events().troubles().hold();
    return Played.yes();
  }

  @Override
  public void release() {
    account.events().troubles().release();
  }
}
