// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.command;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is run: every aim on the main workload, with the controls, and then how the figures move
 * with the records' size, the keys' spread and number, down to where nothing can be reduced.
 *
 * @param letters of the aims
 * @param first the first day of event time
 */
record Programme(Set<Character> letters, Length length, LocalDate first) {
  private static final int PAGE = 1_000;
  private static final int SMALL = 100;
  private static final int LARGE = 1_000;
  private static final int FEW = 20;
  private static final int MANY = 2_000;

  /** How long it may take. */
  enum Length {
    /** About ten minutes on two cores. */
    QUICK,
    /** As long as it takes to be sure. */
    FULL
  }

  /** All it consists of; the main one comes first. */
  List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    plans.add(main());
    if (length == Length.FULL) {
      plans.addAll(variations());
      plans.add(distinct());
    }
    return plans;
  }

  private Plan main() {
    Workload workload = workload(SMALL, Spread.UNIFORM, FEW);
    List<Entry> entries = new ArrayList<>(length == Length.FULL ? entries() : compared());
    entries.addAll(List.of(Entry.SHIPPED_AGAIN, Entry.SHIPPED_SLOWED));
    // Compiling our graph takes 35 CPU-seconds; what a warm-up leaves of them, counted rounds pay.
    List<Workload> warmUps = List.of(workload.sized(60, 840, 6));
    return length == Length.FULL
        ? new Plan(workload.sized(200, 100, 10), warmUps, entries, 8)
        : new Plan(workload.sized(60, 60, 6), warmUps, entries, 3);
  }

  /** One long round: what precedes a round's first record takes seconds whatever its length. */
  private static List<Workload> warmUp(Workload workload) {
    return List.of(workload.sized(60, 400, 6));
  }

  /** Sizes, spreads and numbers, each with each, but for the main one. */
  private List<Plan> variations() {
    return Stream.of(SMALL, LARGE)
        .flatMap(bytes -> variations(bytes, Spread.UNIFORM, Spread.SKEWED))
        .filter(workload -> !workload.equals(workload(SMALL, Spread.UNIFORM, FEW)))
        .map(workload -> new Plan(workload.sized(60, 100, 10), warmUp(workload), entries(), 5))
        .toList();
  }

  private Stream<Workload> variations(int bytes, Spread... spreads) {
    return Stream.of(spreads)
        .flatMap(spread -> Stream.of(workload(bytes, spread, FEW), workload(bytes, spread, MANY)));
  }

  /** As many rows as records: few enough that the database is not all there is to see. */
  private Plan distinct() {
    Workload workload =
        new Workload("small-distinct", 20, 10, 1, PAGE, SMALL, Spread.DISTINCT, FEW, first);
    return new Plan(workload.sized(40, 20, 2), List.of(workload, workload), entries(), 5);
  }

  private Workload workload(int bytes, Spread spread, int metrics) {
    String size = bytes == SMALL ? "small" : "large";
    String name = size + "-" + spread.name().toLowerCase(Locale.ROOT) + "-" + metrics;
    return new Workload(name, 2, 2, 1, PAGE, bytes, spread, metrics, first);
  }

  /** Those the aims compare, and those that tell where a difference comes from. */
  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(compared());
    if (letters.contains('a')) {
      entries.add(Entry.DEFAULTS);
    }
    if (letters.contains('b')) {
      entries.addAll(List.of(Entry.THREAD_SNAPSHOTS, Entry.THREAD_FOLDING));
    }
    return entries;
  }

  /** Those the aims compare. */
  private List<Entry> compared() {
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.SHIPPED);
    if (letters.contains('a')) {
      entries.addAll(List.of(Entry.NATIVE, Entry.NATIVE_BEST));
    }
    if (letters.contains('b')) {
      entries.addAll(List.of(Entry.THREAD, Entry.SHIPPED_ONE));
    }
    return entries;
  }
}
