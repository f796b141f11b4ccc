// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of how a metric reaches a stratum.
 *
 * @param completeThrough up to when everything is there; the epoch if nothing was ever read
 * @param expectedPeriod how often new evidence is expected
 * @param sourceLatency how late the platform itself shows what happened
 * @param connectedSince since when the feed is live, for probation
 * @param condition how the last run ended
 * @param conditionSince since when runs end so
 */
public record Feed(
    String stratum,
    String metric,
    Instant completeThrough,
    Duration expectedPeriod,
    Duration sourceLatency,
    Instant connectedSince,
    Condition condition,
    Instant conditionSince) {
  /** How runs end. */
  public enum Condition {
    /** Well. */
    OK,
    /** The source failed. */
    ERROR,
    /** The source refused. */
    PERMISSION_MISSING,
    /** Tidemark itself failed; for a while that does not count as age. */
    FAULT_INTERNAL
  }

  /** Whether anything was ever read. */
  public boolean isStarted() {
    return completeThrough.isAfter(Instant.EPOCH);
  }

  /** The age that still counts as fresh: twice the expected period and what the source is late. */
  public Duration grace() {
    return expectedPeriod.multipliedBy(2).plus(sourceLatency);
  }

  /** Whether the source failed or refused. */
  public boolean isFailing() {
    return condition == Condition.ERROR || condition == Condition.PERMISSION_MISSING;
  }
}
