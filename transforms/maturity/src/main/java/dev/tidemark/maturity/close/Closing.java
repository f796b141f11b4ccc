// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.LevelClose;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.Levels;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The step from one daily close to the next; a pure function, so that any close can be computed
 * again.
 *
 * @param close the new close
 * @param scores the score of every composite
 * @param changes why every composite changed since the close before; empty at the first close
 */
public record Closing(
    DailyClose close, SortedMap<String, Score> scores, SortedMap<String, Change> changes) {
  public Closing {
    scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  /** Why one composite changed, if it stood somewhere before. */
  public Optional<Change> change(String composite) {
    return Optional.ofNullable(changes.get(composite));
  }

  /** The first close of an organisation under a model. */
  public static Closing first(Scoring scoring, LocalDate day, Snapshot snapshot) {
    return new Step(scoring, day, snapshot, Map.of()).run(composite -> Optional.empty());
  }

  /** The close after another under the same model, nothing having been revised. */
  public static Closing after(
      DailyClose before, Scoring scoring, LocalDate day, Snapshot snapshot) {
    return after(before, before.snapshot(), scoring, scoring, day, snapshot);
  }

  /**
   * The close after another.
   *
   * @param revised the snapshot of the close before as it is known today; differs where the day was
   *     revised
   * @param former the model the close before was published under
   * @param scoring the model from now on
   */
  public static Closing after(
      DailyClose before,
      Snapshot revised,
      Scoring former,
      Scoring scoring,
      LocalDate day,
      Snapshot snapshot) {
    return new Step(scoring, day, snapshot, before.composites())
        .run(
            composite ->
                Optional.ofNullable(before.composites().get(composite.id()))
                    .map(
                        close ->
                            Explanation.since(
                                close.score(), former, scoring, composite, revised, snapshot)));
  }

  /** How a composite's change is found, if there is one. */
  private interface Explaining {
    Optional<Change> change(Composite composite);
  }

  /** One step while it is taken. */
  private record Step(
      Scoring scoring, LocalDate day, Snapshot snapshot, Map<String, CompositeClose> before) {
    Closing run(Explaining explaining) {
      SortedMap<String, CompositeClose> closes = new TreeMap<>();
      SortedMap<String, Score> scores = new TreeMap<>();
      SortedMap<String, Change> changes = new TreeMap<>();
      for (Composite composite : scoring.model().composites().values()) {
        Score score = scoring.score(composite, snapshot);
        Optional<Change> change = explaining.change(composite);
        scores.put(composite.id(), score);
        change.ifPresent(known -> changes.put(composite.id(), known));
        closes.put(composite.id(), close(composite, score, change));
      }
      return new Closing(
          new DailyClose(day, scoring.model().reference(), snapshot, closes), scores, changes);
    }

    private CompositeClose close(Composite composite, Score score, Optional<Change> change) {
      Optional<CompositeClose> former = Optional.ofNullable(before.get(composite.id()));
      double performance =
          former.map(CompositeClose::performance).orElse(0d)
              + change.map(Change::performance).orElse(0d);
      Levels levels = new Levels(scoring.model().levels(), score, snapshot);
      LevelState state =
          former
              .map(CompositeClose::level)
              .orElse(LevelState.UNRATED)
              .after(LevelClose.of(day, score, levels, performance));
      return new CompositeClose(score.overall().value(), performance, state);
    }
  }
}
