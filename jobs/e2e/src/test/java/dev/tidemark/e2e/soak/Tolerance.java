// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.util.Arrays;
import java.util.Optional;

/**
 * By how much a figure may be higher at the end of what is judged than at its beginning before
 * anybody would care. Figures without one are noted and not judged.
 */
enum Tolerance {
  /** What is left after a collection. */
  LIVE_HEAP("live_heap_mb", 0.03, 5),
  /** The C library keeps what it once had, and the collector lets its heap grow to what it may. */
  RESIDENT("resident_mb", 0.05, 24),
  METASPACE("metaspace_mb", 0.03, 3),
  DIRECT("direct_mb", 0.05, 4),
  CLASSES("classes", 0.03, 300),
  THREADS("threads", 0.05, 4),
  SOCKETS("sockets", 0.1, 8),
  DESCRIPTORS("descriptors", 0.05, 10),
  STATE("state_kb", 0.05, 128),
  CHECKPOINT("checkpoint_ms", 0.5, 500),
  POLL_AGE("poll_age_s", 0.2, 30),
  INCOMPLETE("incomplete_s", 0.2, 30),
  FAILING("failing", 0.05, 5),
  OUT_OF_SYNC("out_of_sync", 0.05, 5),
  CONNECTIONS("connections", 0.1, 3),
  /** Rows come with every hour, as they must; what each of them takes may not grow. */
  BYTES_PER_ROW("bytes_per_row", 0.1, 30),
  /** All tables whose rows do not come with the hours. */
  OTHER_TABLES("other_tables_mb", 0.1, 4);

  private final String figure;
  private final double share;
  private final double least;

  Tolerance(String figure, double share, double least) {
    this.figure = figure;
    this.share = share;
    this.least = least;
  }

  /** The one for figures of a name such as {@code job_manager.threads}. */
  static Optional<Tolerance> of(String name) {
    return Arrays.stream(values()).filter(it -> name.endsWith("." + it.figure)).findFirst();
  }

  /** How much higher than a value it may become. */
  double above(double value) {
    return Math.max(least, share * value);
  }
}
