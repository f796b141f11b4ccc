// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.command;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    /** A quarter of an hour on two cores. */
    QUICK,
    /** As long as it takes to be sure. */
    FULL
  }

  /** All it consists of; the main one comes first. */
  List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    plans.add(main());
    if (length == Length.FULL) {
      for (int bytes : new int[] {SMALL, LARGE}) {
        for (Spread spread : List.of(Spread.UNIFORM, Spread.SKEWED)) {
          for (int metrics : new int[] {FEW, MANY}) {
            plans.add(variation(bytes, spread, metrics));
          }
        }
      }
      plans.removeIf(plan -> plan.workload().name().equals(main().workload().name()));
      plans.add(0, main());
    } else {
      plans.add(variation(LARGE, Spread.SKEWED, MANY));
    }
    plans.add(distinct());
    return plans;
  }

  private Plan main() {
    Workload workload = workload(SMALL, Spread.UNIFORM, FEW);
    return length == Length.FULL
        ? new Plan(workload.sized(200, 100, 10), mainEntries(), 4, 8)
        : new Plan(workload.sized(60, 60, 6), mainEntries(), 3, 4);
  }

  private Plan variation(int bytes, Spread spread, int metrics) {
    Workload workload = workload(bytes, spread, metrics);
    return length == Length.FULL
        ? new Plan(workload.sized(60, 100, 10), entries(), 2, 5)
        : new Plan(workload.sized(20, 40, 4), rivals(), 0, 3);
  }

  /** As many rows as records: few enough that the database is not all there is to see. */
  private Plan distinct() {
    Workload workload =
        new Workload("small-distinct", 20, 10, 1, PAGE, SMALL, Spread.DISTINCT, FEW, first);
    return length == Length.FULL
        ? new Plan(workload.sized(40, 20, 2), entries(), 2, 5)
        : new Plan(workload.sized(20, 10, 1), rivals(), 0, 3);
  }

  private Workload workload(int bytes, Spread spread, int metrics) {
    String size = bytes == SMALL ? "small" : "large";
    String name = size + "-" + spread.name().toLowerCase(Locale.ROOT) + "-" + metrics;
    return new Workload(name, 2, 2, 1, PAGE, bytes, spread, metrics, first);
  }

  private List<Entry> mainEntries() {
    Set<Entry> entries = new LinkedHashSet<>();
    entries.add(Entry.SHIPPED);
    entries.addAll(entries());
    entries.add(Entry.SHIPPED_AGAIN);
    entries.add(Entry.SHIPPED_SLOWED);
    return List.copyOf(entries);
  }

  private List<Entry> entries() {
    Set<Entry> entries = new LinkedHashSet<>();
    entries.add(Entry.SHIPPED);
    if (letters.contains('a')) {
      entries.addAll(List.of(Entry.NATIVE, Entry.NATIVE_BEST, Entry.DEFAULTS));
    }
    if (letters.contains('b')) {
      entries.addAll(
          List.of(Entry.THREAD, Entry.THREAD_SNAPSHOTS, Entry.SHIPPED_ONE, Entry.THREAD_FOLDING));
    }
    return List.copyOf(entries);
  }

  /** Those the aims compare. */
  private List<Entry> rivals() {
    List<Entry> rivals = new ArrayList<>(entries());
    rivals.removeAll(List.of(Entry.DEFAULTS, Entry.THREAD_SNAPSHOTS, Entry.THREAD_FOLDING));
    return rivals;
  }
}
