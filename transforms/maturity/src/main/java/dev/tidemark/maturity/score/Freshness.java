// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.time.Duration;

/**
 * How evidence ages: good news loses half of its weight per half-life once its grace has passed,
 * bad news does not age (scoring model, section 2.5), so falling silent never pays.
 *
 * @param prior the utility from which on news is good
 * @param halfLife the time in which good news loses half of its weight
 * @param graceDays the age in days that still counts as fresh
 */
public record Freshness(double prior, Duration halfLife, double graceDays) {
  private static final double SECONDS_PER_DAY = 86_400;

  public Freshness {
    if (halfLife.isZero() || halfLife.isNegative()) {
      throw new IllegalArgumentException("a half-life must be positive, not " + halfLife);
    }
  }

  /** g, from 0 to 1. */
  public double of(double utility, double ageDays) {
    if (ageDays <= graceDays || utility < prior) {
      return 1;
    }
    return StrictMath.pow(2, -(ageDays - graceDays) / (halfLife.toSeconds() / SECONDS_PER_DAY));
  }
}
