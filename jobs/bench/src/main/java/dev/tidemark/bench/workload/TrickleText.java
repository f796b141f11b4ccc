// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import java.nio.charset.StandardCharsets;

/**
 * Records made while they are read, which no file holds: record by record the next key, and after
 * the last one the first again. What they come to follows from how many were read.
 *
 * @param keys how many different ones there are
 * @param at when all of it happened, in seconds since 1970
 */
record TrickleText(int keys, long at) {
  private static final int FEWEST = 100;
  private static final int MOST = 1_000;

  /** A step without a common divisor with the number of values, so that all of them come. */
  private static final int STEP = 7;

  byte[] record(long number) {
    return ("{\"id\":\""
            + number
            + "\",\"at\":"
            + at
            + ",\"pipeline\":\""
            + RecordText.pipeline((int) (number % keys))
            + "\",\"errors\":"
            + errors(number)
            + "}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static long errors(long number) {
    return FEWEST + number * STEP % (MOST - FEWEST);
  }
}
