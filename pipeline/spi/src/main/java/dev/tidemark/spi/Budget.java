// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * A token bucket of requests shared by all streams of a credential.
 *
 * @param requests how many per period, also the burst
 * @param concurrency how many at the same time
 */
public record Budget(int requests, Duration period, int concurrency) {
  public Budget {
    Objects.requireNonNull(period, "period");
    if (requests < 1 || concurrency < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a budget allows at least one request per period");
    }
  }
}
