// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Round;
import dev.tidemark.bench.contestant.Spent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Contestants in turn on one workload: there and back, A B B A, so that a machine that slows down
 * or speeds up meets all alike. Every round's table is examined before its figure is kept.
 */
final class Match {
  private static final double SLOWDOWN = 0.10;

  private final Laboratory laboratory;
  private final List<ContestantProcess> contestants;
  private final Consumer<String> progress;
  private final List<Sample> samples = new ArrayList<>();

  Match(Laboratory laboratory, List<ContestantProcess> contestants, Consumer<String> progress) {
    this.laboratory = laboratory;
    this.contestants = contestants;
    this.progress = progress;
  }

  /** A round of each that does not count. */
  List<Sample> warmUp() {
    pass(0, contestants);
    return samples;
  }

  /** So many rounds of each that count. */
  List<Sample> play(int passes) {
    List<ContestantProcess> order = new ArrayList<>(contestants);
    for (int pass = 1; pass <= passes; pass++) {
      pass(pass, order);
      Collections.reverse(order);
    }
    return samples;
  }

  private void pass(int number, List<ContestantProcess> order) {
    order.forEach(contestant -> samples.add(round(number, contestant)));
  }

  private Sample round(int pass, ContestantProcess contestant) {
    Entry entry = contestant.entry();
    Round round = laboratory.round(entry.isSlowed() ? burntNanos() : 0, "");
    Optional<Steal> before = Steal.now();
    Spent spent = contestant.run(round);
    Sample sample =
        new Sample(
            laboratory.workload().name(),
            pass,
            entry,
            spent,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Steal.since(before));
    laboratory.examine(round, entry.table(), entry.title());
    progress.accept(line(sample));
    return sample;
  }

  private static String line(Sample sample) {
    String counts = sample.counts() ? "pass " + sample.pass() : "not counted";
    return "%s, %s: %s, right".formatted(sample.workload(), counts, sample.entry().title());
  }

  /** A part of what a page cost when it was measured last; nothing where it was not yet. */
  private long burntNanos() {
    return samples.stream()
        .filter(sample -> sample.pass() > 0 && sample.entry() == Entry.SHIPPED)
        .reduce((first, second) -> second)
        .map(sample -> slowdown(sample.spent()))
        .orElse(0L);
  }

  private long slowdown(Spent spent) {
    long pages = spent.records() / laboratory.workload().records();
    return (long) (spent.meter().cpuNanos() * SLOWDOWN / pages);
  }
}
