// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.io.Serializable;
import java.time.Duration;

/**
 * What reading may take of a JVM.
 *
 * @param threadsPerType threads per connector type that may wait for sources
 * @param pagesInFlight pages being fetched or waiting to be taken; a page holds about 1 MiB at most
 * @param fetchDeadline how long one fetch may take where its connector type does not say
 */
record SourceLimits(int threadsPerType, int pagesInFlight, Duration fetchDeadline)
    implements Serializable {
  static final SourceLimits STANDARD = new SourceLimits(8, 128, Duration.ofMinutes(5));

  SourceLimits {
    if (threadsPerType < 1 || pagesInFlight < 1) {
      throw new IllegalArgumentException(
          "reading needs at least one thread and one page, not "
              + threadsPerType
              + " and "
              + pagesInFlight);
    }
    if (fetchDeadline.isNegative() || fetchDeadline.isZero()) {
      throw new IllegalArgumentException("a fetch may take some time, not " + fetchDeadline);
    }
  }

  SourceLimits withThreadsPerType(int threads) {
    return new SourceLimits(threads, pagesInFlight, fetchDeadline);
  }

  SourceLimits withPagesInFlight(int pages) {
    return new SourceLimits(threadsPerType, pages, fetchDeadline);
  }

  SourceLimits withFetchDeadline(Duration longest) {
    return new SourceLimits(threadsPerType, pagesInFlight, longest);
  }
}
