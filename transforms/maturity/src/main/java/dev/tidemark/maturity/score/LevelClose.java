// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.LevelRules;
import java.time.LocalDate;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a daily close says about levels.
 *
 * @param day the day closed
 * @param mark maturity, performance index and coverage
 * @param candidate the level the close deserves by itself; none where too little is known
 * @param supported the levels whose conditions hold, the maturity itself not asked
 * @param tolerated the levels whose conditions hold if bounds may fall short by the margin of
 *     demotion
 * @param failed the levels a gate of which is failed by what was observed
 * @param criticallyFailed the levels of which such a gate is critical
 */
public record LevelClose(
    LocalDate day,
    LevelState.Mark mark,
    OptionalInt candidate,
    SortedSet<Integer> supported,
    SortedSet<Integer> tolerated,
    SortedSet<Integer> failed,
    SortedSet<Integer> criticallyFailed) {
  /** How far below a level's threshold a level already held may fall. */
  public static final double DEMOTION_MARGIN = .10;

  public LevelClose {
    supported = copy(supported);
    tolerated = copy(tolerated);
    failed = copy(failed);
    criticallyFailed = copy(criticallyFailed);
  }

  /**
   * The close of a score.
   *
   * @param performance the performance index: the running sum of what performance contributed to
   *     the maturity
   */
  public static LevelClose of(LocalDate day, Score score, Levels levels, double performance) {
    return new LevelClose(
        day,
        new LevelState.Mark(score.maturity(), performance, score.coverage()),
        levels.candidate(),
        those(level -> levels.missing(level, 0).isEmpty()),
        those(level -> levels.missing(level, DEMOTION_MARGIN).isEmpty()),
        those(levels::failsByObservation),
        those(levels::failsCritically));
  }

  private static SortedSet<Integer> those(IntPredicate condition) {
    return IntStream.rangeClosed(0, LevelRules.HIGHEST)
        .filter(condition)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<Integer> copy(SortedSet<Integer> levels) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(levels));
  }
}
