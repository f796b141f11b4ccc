// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

/**
 * A sum that is read now and then and shown as a counter. Where the sum falls, because old parts of
 * it were deleted, the counter stands still: a scraper would take the fall for a restart and count
 * everything again. Safe for use by several threads.
 */
final class Rising {
  private long last;
  private long shown;

  /** What to show where the sum is so much now. */
  synchronized double at(long sum) {
    shown += Math.max(0, sum - last);
    last = sum;
    return (double) shown;
  }
}
