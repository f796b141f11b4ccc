// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Spent;
import java.util.OptionalDouble;

/**
 * One measured round.
 *
 * @param workload its name
 * @param pass which pass over all contestants it belongs to, from 1; those of warming up have 0
 * @param steal share of the machine's time somebody else took while it ran; empty where the system
 *     does not say
 * @param load how many threads wanted to run, on average over the last minute
 */
public record Sample(
    String workload, int pass, Entry entry, Spent spent, double load, OptionalDouble steal) {
  /** More than this and the round says nothing. */
  public static final double MOST_STEAL = 0.02;

  /** Whether it counts. */
  public boolean counts() {
    return pass > 0 && steal.orElse(0) <= MOST_STEAL;
  }
}
