// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.io.Serializable;

/**
 * What reading may take of a JVM.
 *
 * @param threadsPerType threads per connector type that may wait for sources
 * @param pagesInFlight pages being fetched or waiting to be taken; a page holds about 1 MiB at most
 */
record SourceLimits(int threadsPerType, int pagesInFlight) implements Serializable {
  static final SourceLimits STANDARD = new SourceLimits(8, 128);

  SourceLimits {
    if (threadsPerType < 1 || pagesInFlight < 1) {
      throw new IllegalArgumentException(
          "reading needs at least one thread and one page, not "
              + threadsPerType
              + " and "
              + pagesInFlight);
    }
  }
}
