// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a run's figures are to be trusted: the same must come out the same, and slower slower.
 */
public final class Controls {
  /** How far the ratio of a contestant to itself may be from 1. */
  public static final double SAME_WITHIN = 0.03;

  private Controls() {}

  /** What speaks against the figures; nothing where they are to be trusted. */
  public static List<String> objections(Samples samples, String workload) {
    List<String> objections = new ArrayList<>();
    Optional<Ratio> same = same(samples, workload);
    Optional<Ratio> slowed = slowed(samples, workload);
    if (same.filter(Ratio::isSound).isEmpty() || slowed.filter(Ratio::isSound).isEmpty()) {
      objections.add("too few rounds are left to tell");
      return objections;
    }
    if (Math.abs(same.get().median() - 1) > SAME_WITHIN) {
      objections.add("the same contestant twice differs: " + text(same.get()));
    }
    if (slowed.get().high() >= 1) {
      objections.add("a planted slowdown of 10 % went undetected: " + text(slowed.get()));
    }
    return objections;
  }

  /** The A/A control: 1 where all is well. */
  public static Optional<Ratio> same(Samples samples, String workload) {
    return samples.perCpuSecond(workload, Entry.SHIPPED_AGAIN, Entry.SHIPPED);
  }

  /** The planted slowdown: about 0.91 where all is well. */
  public static Optional<Ratio> slowed(Samples samples, String workload) {
    return samples.perCpuSecond(workload, Entry.SHIPPED_SLOWED, Entry.SHIPPED);
  }

  private static String text(Ratio ratio) {
    return "%.3f [%.3f - %.3f]".formatted(ratio.median(), ratio.low(), ratio.high());
  }
}
