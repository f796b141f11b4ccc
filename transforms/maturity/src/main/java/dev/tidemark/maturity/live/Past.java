// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.score.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * What came before a scoring.
 *
 * @param own the close before it of its own series, which levels and the performance index go on
 *     from; null for the first
 * @param origin what it is explained from; null where nothing was published yet
 * @param weekAgo the close the period of its card starts from; null where that is the origin
 */
record Past(@Nullable Close own, @Nullable Origin origin, @Nullable Close weekAgo) {
  static final Past NONE = new Past(null, null, null);

  /** A series goes on by itself. */
  static Past within(@Nullable Close own, Scoring scoring) {
    return own == null ? NONE : new Past(own, Origin.within(own, scoring), null);
  }

  /** The same, with the close its card's period starts from. */
  Past from(@Nullable Close start) {
    return new Past(own, origin, start);
  }

  /** The days that led to what it is explained from. */
  Week week() {
    return origin == null ? Week.NONE : origin.close().days();
  }

  /** As published in its own series. */
  Close.@Nullable Published own(String composite) {
    return own == null ? null : own.composites().get(composite);
  }

  /** As published by what it is explained from. */
  Close.@Nullable Published told(String composite) {
    return origin == null ? null : origin.close().composites().get(composite);
  }
}
