// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.workload.Workload;
import java.util.List;

/**
 * One workload and who meets on it.
 *
 * @param warmUps what each reads before, which does not count: the same in another length
 * @param passes rounds of each that do
 */
public record Plan(Workload workload, List<Workload> warmUps, List<Entry> entries, int passes) {
  public Plan {
    warmUps = List.copyOf(warmUps);
    entries = List.copyOf(entries);
  }
}
