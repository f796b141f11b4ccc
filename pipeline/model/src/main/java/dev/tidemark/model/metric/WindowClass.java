// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/** What a window keeps of the points that fell into it. */
public enum WindowClass {
  /** The sum and the number of points. */
  SUM,
  /** The sum of numerators and the sum of denominators. */
  RATIO,
  /** The value with the greatest (time, revision). */
  LAST,
  /** A mergeable quantile sketch and its count. */
  QUANTILE,
  /** A mergeable set sketch with union, intersection and difference. */
  DISTINCT,
  /** Nothing: the metric describes subjects, not intervals. */
  NONE
}
