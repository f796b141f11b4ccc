// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.workload.Workload;
import java.util.List;

/**
 * One workload and who meets on it.
 *
 * @param warmUps rounds of each that do not count
 * @param passes rounds of each that do
 */
public record Plan(Workload workload, List<Entry> entries, int warmUps, int passes) {
  public Plan {
    entries = List.copyOf(entries);
  }
}
