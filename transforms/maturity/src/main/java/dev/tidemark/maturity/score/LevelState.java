// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.LevelRules;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The level a composite holds after a close, and what decides whether it keeps it (scoring model,
 * section 2.8). The label is sticky; the maturity never is. Immutable.
 *
 * @param level the level held; none while not rated
 * @param status how firmly
 * @param since the day the level was taken
 * @param cause why it was taken
 * @param streaks per level from 1 to 5, on how many closes in a row it was deserved with a margin
 * @param falling on how many closes in a row the maturity was below the level by more than the
 *     margin
 * @param returning after having lost the rating, on how many closes in a row enough was known again
 * @param provisionalSince the first close on which only the want of evidence spoke against the
 *     level
 * @param taken where the close stood at which the level was taken
 * @param firm where the last close stood that spoke for the level
 * @param lastClose the close this is the state after
 */
public record LevelState(
    OptionalInt level,
    Status status,
    Optional<LocalDate> since,
    Optional<Cause> cause,
    List<Integer> streaks,
    int falling,
    int returning,
    Optional<LocalDate> provisionalSince,
    Mark taken,
    Mark firm,
    Optional<LocalDate> lastClose) {
  /** Before the first close. */
  public static final LevelState UNRATED =
      new LevelState(
          OptionalInt.empty(),
          Status.NOT_RATED,
          Optional.empty(),
          Optional.empty(),
          Collections.nCopies(LevelRules.HIGHEST, 0),
          0,
          0,
          Optional.empty(),
          new Mark(0, 0, 0),
          new Mark(0, 0, 0),
          Optional.empty());

  public LevelState {
    streaks = List.copyOf(streaks);
    if (streaks.size() != LevelRules.HIGHEST) {
      throw new IllegalArgumentException(
          "there is one streak for each of five levels, not " + streaks.size());
    }
  }

  /** The state after one more close; closes of days already seen change nothing. */
  public LevelState after(LevelClose close) {
    boolean seen = lastClose.map(last -> !close.day().isAfter(last)).orElse(false);
    return seen ? this : new LevelStep(this, close).result();
  }

  /** How firmly a level is held. */
  public enum Status {
    /** Too little is known, or was for too long. */
    NOT_RATED,
    /** The last close, or the dwell, speaks for it. */
    FIRM,
    /** Held although evidence, freshness or scope have fallen short: an outage is no regression. */
    PROVISIONAL
  }

  /** Why a level was taken. */
  public enum Cause {
    /** It is the first rating, or the first after none. */
    RATING,
    /** What the organisation did moved the maturity most. */
    PERFORMANCE,
    /** What became known, or ceased to be, moved it most. */
    EVIDENCE,
    /** A critical gate was failed. */
    GATE
  }

  /**
   * Where a close stood.
   *
   * @param maturity M
   * @param performance the performance index
   * @param coverage the share that is known
   */
  public record Mark(double maturity, double performance, double coverage) {}
}
