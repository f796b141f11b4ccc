// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import java.util.SplittableRandom;

/** How the records of a stream spread over its metrics. */
public enum Spread {
  /** Each as often as any other. */
  UNIFORM {
    @Override
    int metric(SplittableRandom random, int metrics, int record) {
      return random.nextInt(metrics);
    }
  },
  /** The n-th about 1/n as often as the first (Zipf's law with exponent 1). */
  SKEWED {
    @Override
    int metric(SplittableRandom random, int metrics, int record) {
      return (int) Math.exp(random.nextDouble() * Math.log(metrics + 1.0)) - 1;
    }
  },
  /** Each record its own: nothing can be reduced. */
  DISTINCT {
    @Override
    int metric(SplittableRandom random, int metrics, int record) {
      return record;
    }
  };

  /**
   * Which metric a record counts for.
   *
   * @param record its number in its stream
   */
  abstract int metric(SplittableRandom random, int metrics, int record);
}
