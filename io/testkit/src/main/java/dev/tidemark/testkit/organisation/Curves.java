// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Curve.Point;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The shapes progress takes. */
final class Curves {
  private static final Duration YEAR_AGO = Duration.ofDays(-365);
  private static final Duration SOON = Duration.ofMinutes(12);
  private static final Duration LATER = Duration.ofDays(90);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final double LOSS = 0.35;

  /** What an asset loses with its tags, comments and policies. */
  private static final Set<Practice> LOST =
      EnumSet.of(Practice.OWNED, Practice.CLASSIFIED, Practice.DESCRIBED, Practice.MASKED);

  private static final Map<Practice, Curve> ALL = new EnumMap<>(Practice.class);

  static {
    for (Practice practice : Practice.values()) {
      ALL.put(practice, LOST.contains(practice) ? lapsing(practice) : rising(practice));
    }
  }

  private Curves() {}

  /** The curve of a practice; time is counted from when the present begins. */
  static Curve of(Practice practice) {
    return Objects.requireNonNull(ALL.get(practice), "curve");
  }

  /** Better all the time. */
  private static Curve rising(Practice it) {
    return new Curve(
        List.of(
            new Point(YEAR_AGO, it.begin()),
            new Point(Duration.ZERO, it.present()),
            new Point(SOON, it.soon()),
            new Point(LATER, it.later())));
  }

  /** Better, but for a loss in the present that is made good again. */
  private static Curve lapsing(Practice it) {
    double before = it.present() + (it.soon() - it.present()) / 3;
    return new Curve(
        List.of(
            new Point(YEAR_AGO, it.begin()),
            new Point(Duration.ZERO, it.present()),
            new Point(Story.LAPSE.minus(AT_ONCE), before),
            new Point(Story.LAPSE, before - LOSS),
            new Point(Story.REPAIR.minus(AT_ONCE), before - LOSS),
            new Point(Story.REPAIR, before),
            new Point(SOON, it.soon()),
            new Point(LATER, it.later())));
  }
}
