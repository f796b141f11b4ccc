// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.time.Instant;

/**
 * Whether a stream may fetch now: its credential's budget has a token for it, and the source did
 * not ask to wait. Where not, the schedule learns when to ask again. Not safe for use by several
 * threads.
 */
final class Allowance {
  private final Schedule schedule;
  private boolean reserved;

  Allowance(Schedule schedule) {
    this.schedule = schedule;
  }

  /** Whether to fetch now. */
  boolean take(CredentialBudget budget, Instant now) {
    if (isBlocked(budget, now)) {
      return false;
    }
    if (!reserved) {
      reserved = true;
      schedule.postpone(budget.reserve());
    }
    if (schedule.due().isAfter(now)) {
      return false;
    }
    reserved = false;
    return true;
  }

  /** Whether the source asked to wait. */
  boolean isBlocked(CredentialBudget budget, Instant now) {
    Instant until = budget.blockedUntil();
    if (!until.isAfter(now)) {
      return false;
    }
    reserved = false;
    schedule.postpone(until);
    return true;
  }
}
