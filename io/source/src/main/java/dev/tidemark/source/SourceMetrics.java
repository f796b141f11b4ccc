// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * What reading has done in this JVM since it started, and what is under way: a snapshot.
 *
 * @param polls passes and pages asked of sources, whatever came of it
 * @param pages pages read
 * @param idle passes that showed nothing new
 * @param failures polls that failed, without those below
 * @param rateLimited polls the source asked to repeat later
 * @param ledgerFailures times the ledger did not answer
 * @param lostLeases leases lost
 * @param pagesInFlight pages being fetched or waiting to be taken
 * @param streams streams being read
 */
public record SourceMetrics(
    long polls,
    long pages,
    long idle,
    long failures,
    long rateLimited,
    long ledgerFailures,
    long lostLeases,
    int pagesInFlight,
    int streams) {
  private static final Map<Outcome, LongAdder> COUNTS = counts();

  /** The figures now. Any thread may ask. */
  public static SourceMetrics now() {
    return new SourceMetrics(
        count(Outcome.PAGE) + count(Outcome.IDLE) + failed(),
        count(Outcome.PAGE),
        count(Outcome.IDLE),
        count(Outcome.FAILED),
        count(Outcome.RATE_LIMITED),
        count(Outcome.LEDGER_DOWN),
        count(Outcome.LEASE_LOST),
        SourceRuntime.pagesInFlight(),
        SourceRuntime.streamCount());
  }

  static void count(Outcome outcome, long times) {
    adder(outcome).add(times);
  }

  private static long count(Outcome outcome) {
    return adder(outcome).sum();
  }

  private static long failed() {
    return count(Outcome.FAILED) + count(Outcome.RATE_LIMITED);
  }

  private static LongAdder adder(Outcome outcome) {
    return Objects.requireNonNull(COUNTS.get(outcome));
  }

  private static Map<Outcome, LongAdder> counts() {
    Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, new LongAdder());
    }
    return counts;
  }
}
