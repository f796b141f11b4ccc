// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.LevelRules;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a daily close says about levels.
 *
 * @param day the day closed
 * @param maturity M
 * @param performance the performance index: the running sum of what performance contributed to M
 * @param candidate the level the close deserves by itself; none where too little is known
 * @param supported the levels whose conditions hold, the maturity itself not asked
 * @param criticallyFailed the levels a critical gate of which is failed by what was observed
 */
public record LevelClose(
    LocalDate day,
    double maturity,
    double performance,
    OptionalInt candidate,
    SortedSet<Integer> supported,
    SortedSet<Integer> criticallyFailed) {
  public LevelClose {
    supported = Collections.unmodifiableSortedSet(new TreeSet<>(supported));
    criticallyFailed = Collections.unmodifiableSortedSet(new TreeSet<>(criticallyFailed));
  }

  /** The close of a score. */
  public static LevelClose of(LocalDate day, Score score, Levels levels, double performance) {
    NavigableSet<Integer> supported = new TreeSet<>();
    NavigableSet<Integer> failed = new TreeSet<>();
    IntStream.rangeClosed(0, LevelRules.HIGHEST)
        .filter(level -> levels.missing(level).isEmpty())
        .forEach(supported::add);
    IntStream.rangeClosed(0, LevelRules.HIGHEST)
        .filter(levels::failsCritically)
        .forEach(failed::add);
    return new LevelClose(
        day, score.maturity(), performance, levels.candidate(), supported, failed);
  }
}
