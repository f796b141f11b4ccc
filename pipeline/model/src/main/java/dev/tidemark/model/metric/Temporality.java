// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/** What the interval of a point means. */
public enum Temporality {
  /** True at an instant; start and end are equal. */
  INSTANT,
  /** What happened from start to end, end excluded. */
  DELTA,
  /** What happened since a reset point; turned into deltas before it is stored. */
  CUMULATIVE
}
