// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When the source is to be changed, fixed beforehand: no change waits for what became of an earlier
 * one. The gaps are uneven, or changes and polls would keep step.
 *
 * @param offsets from the beginning, in order
 */
record Timetable(List<Duration> offsets) {
  private static final double SHORTEST = 0.5;
  private static final double LONGEST = 1.5;

  Timetable {
    offsets = List.copyOf(offsets);
  }

  static Timetable of(Setting setting, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Duration> offsets = new ArrayList<>();
    long nanos = 0;
    for (int change = 0; change < setting.all(); change++) {
      nanos += (long) (setting.apart().toNanos() * random.nextDouble(SHORTEST, LONGEST));
      offsets.add(Duration.ofNanos(nanos));
    }
    return new Timetable(offsets);
  }
}
