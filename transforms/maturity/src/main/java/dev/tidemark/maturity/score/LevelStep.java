// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.LevelRules;
import dev.tidemark.maturity.score.LevelState.Cause;
import dev.tidemark.maturity.score.LevelState.Mark;
import dev.tidemark.maturity.score.LevelState.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One step of the state machine of levels: a state and a close give the next state. */
final class LevelStep {
  private static final double PROMOTION_MARGIN = .05;
  private static final int PROMOTION_CLOSES = 7;
  private static final int DEMOTION_CLOSES = 14;
  private static final int PROVISIONAL_DAYS = 30;
  private static final double ROUNDING = 1e-9;

  private final LevelState state;
  private final LevelClose close;
  private final List<Integer> streaks;

  LevelStep(LevelState state, LevelClose close) {
    this.state = state;
    this.close = close;
    this.streaks = streaks();
  }

  LevelState result() {
    if (state.level().isEmpty()) {
      return unrated();
    }
    int level = state.level().getAsInt();
    int deserved = promotion(level);
    if (deserved > level) {
      return taken(deserved, cause());
    }
    if (close.criticallyFailed().contains(level)) {
      return demoted(level, Cause.GATE);
    }
    boolean stands =
        close.mark().maturity() >= level - LevelClose.DEMOTION_MARGIN
            && close.tolerated().contains(level);
    if (stands) {
      return firm();
    }
    return isExplainedByEvidence(level) ? provisional() : regressing(level);
  }

  /**
   * Never rated: the first close that can be rated decides. Rating lost: seven closes in a row
   * bring it back.
   */
  private LevelState unrated() {
    int returning = close.candidate().isPresent() ? (isNextDay() ? state.returning() : 0) + 1 : 0;
    boolean first = state.since().isEmpty() && close.candidate().isPresent();
    return first || returning >= PROMOTION_CLOSES
        ? taken(close.candidate().getAsInt(), Cause.RATING)
        : next(OptionalInt.empty(), Status.NOT_RATED, 0, returning, Optional.empty(), state.firm());
  }

  private LevelState firm() {
    return next(state.level(), Status.FIRM, 0, 0, Optional.empty(), close.mark());
  }

  /**
   * Whether only evidence, freshness or scope have worsened since the level last stood: it would
   * still stand had performance alone moved the maturity, and no gate is failed by what was
   * observed.
   */
  private boolean isExplainedByEvidence(int level) {
    double performed = close.mark().performance() - state.firm().performance();
    double moved = close.mark().maturity() - state.firm().maturity();
    boolean unseen = close.mark().coverage() < state.firm().coverage() - ROUNDING;
    boolean stands =
        state.firm().maturity() + performed >= level - LevelClose.DEMOTION_MARGIN - ROUNDING;
    return (unseen || moved < performed - ROUNDING) && stands && !close.failed().contains(level);
  }

  private LevelState provisional() {
    LocalDate since = state.provisionalSince().orElse(close.day());
    boolean expired = ChronoUnit.DAYS.between(since, close.day()) >= PROVISIONAL_DAYS;
    return expired
        ? next(OptionalInt.empty(), Status.NOT_RATED, 0, 0, Optional.empty(), state.firm())
        : next(state.level(), Status.PROVISIONAL, 0, 0, Optional.of(since), state.firm());
  }

  private LevelState regressing(int level) {
    int falling = (isNextDay() ? state.falling() : 0) + 1;
    return falling >= DEMOTION_CLOSES
        ? demoted(level, Cause.PERFORMANCE)
        : next(state.level(), Status.FIRM, falling, 0, Optional.empty(), state.firm());
  }

  private LevelState demoted(int level, Cause cause) {
    int lower = Math.min(level - 1, close.candidate().orElse(level - 1));
    return taken(Math.max(0, lower), cause);
  }

  /**
   * The highest level above the one held that was deserved with a margin on enough closes in a row.
   */
  private int promotion(int level) {
    int deserved = level;
    for (int higher = level + 1; higher <= LevelRules.HIGHEST; higher++) {
      deserved = streaks.get(higher - 1) >= PROMOTION_CLOSES ? higher : deserved;
    }
    return deserved;
  }

  private List<Integer> streaks() {
    List<Integer> counts = new ArrayList<>();
    for (int level = 1; level <= LevelRules.HIGHEST; level++) {
      boolean deserved =
          close.mark().maturity() >= level + PROMOTION_MARGIN && close.supported().contains(level);
      int before = isNextDay() ? state.streaks().get(level - 1) : 0;
      counts.add(deserved ? Math.min(PROMOTION_CLOSES, before + 1) : 0);
    }
    return counts;
  }

  /** Closes in a row are closes of consecutive days. */
  private boolean isNextDay() {
    return state.lastClose().map(last -> last.plusDays(1).equals(close.day())).orElse(true);
  }

  private Cause cause() {
    double moved = close.mark().maturity() - state.taken().maturity();
    double performed = close.mark().performance() - state.taken().performance();
    return performed >= moved / 2 ? Cause.PERFORMANCE : Cause.EVIDENCE;
  }

  private LevelState taken(int level, Cause cause) {
    return new LevelState(
        OptionalInt.of(level),
        Status.FIRM,
        Optional.of(close.day()),
        Optional.of(cause),
        streaks,
        0,
        0,
        Optional.empty(),
        close.mark(),
        close.mark(),
        Optional.of(close.day()));
  }

  private LevelState next(
      OptionalInt level,
      Status status,
      int falling,
      int returning,
      Optional<LocalDate> provisionalSince,
      Mark firm) {
    return new LevelState(
        level,
        status,
        state.since(),
        state.cause(),
        level.isPresent() ? streaks : Collections.nCopies(LevelRules.HIGHEST, 0),
        falling,
        returning,
        provisionalSince,
        state.taken(),
        firm,
        Optional.of(close.day()));
  }
}
