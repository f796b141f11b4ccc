// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.time.Instant;

/** A statement and what came of it. Not safe for use by several threads. */
final class Executed {
  private final String text;
  private final SqlRunner.Outcome outcome;
  private final Instant at;
  private int pending;
  private boolean cancelled;

  /**
   * A statement.
   *
   * @param pending how often it is asked for before it is done
   */
  Executed(String text, SqlRunner.Outcome outcome, Instant at, int pending) {
    this.text = text;
    this.outcome = outcome;
    this.at = at;
    this.pending = pending;
  }

  String text() {
    return text;
  }

  SqlRunner.Outcome outcome() {
    return outcome;
  }

  Instant at() {
    return at;
  }

  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Whether it is not done yet; it is sooner or later. */
  boolean isPending() {
    pending--;
    return pending >= 0;
  }
}
