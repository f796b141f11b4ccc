// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * All rounds of a run, in the order they were measured. Comparisons are made within a pass, where
 * contestants met the same machine.
 */
public record Samples(List<Sample> all) {
  private static final long SEED = 20_261_126;

  public Samples {
    all = List.copyOf(all);
  }

  /** Records per CPU-second of one over another's; empty where they never met. */
  public Optional<Ratio> perCpuSecond(String workload, Entry one, Entry other) {
    return ratio(workload, one, other, sample -> sample.spent().perCpuSecond());
  }

  /** Records per second of one over another's; empty where they never met. */
  public Optional<Ratio> perSecond(String workload, Entry one, Entry other) {
    return ratio(workload, one, other, sample -> sample.spent().perSecond());
  }

  private Optional<Ratio> ratio(
      String workload, Entry one, Entry other, ToDoubleFunction<Sample> figure) {
    Map<Integer, Double> ones = byPass(workload, one, figure);
    List<Double> ratios = new ArrayList<>();
    byPass(workload, other, figure)
        .forEach(
            (pass, rate) -> {
              if (ones.containsKey(pass)) {
                ratios.add(ones.get(pass) / rate);
              }
            });
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Ratio.of(ratios, SEED));
  }

  private Map<Integer, Double> byPass(
      String workload, Entry entry, ToDoubleFunction<Sample> figure) {
    Map<Integer, Double> figures = new TreeMap<>();
    of(workload, entry).forEach(sample -> figures.put(sample.pass(), figure.applyAsDouble(sample)));
    return figures;
  }

  /** The rounds of a contestant that count. */
  public List<Sample> of(String workload, Entry entry) {
    return all.stream()
        .filter(
            sample ->
                sample.counts() && sample.workload().equals(workload) && sample.entry() == entry)
        .toList();
  }
}
