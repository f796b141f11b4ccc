// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import dev.tidemark.model.score.ScoreUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scores as the rows the database keeps. */
final class ScoreRows {
  private ScoreRows() {}

  static ScoreUpdate.Composite composite(
      Score score, LevelState level, Close.@Nullable Published before) {
    return new ScoreUpdate.Composite(
        score.composite(),
        score.overall().value(),
        score.overall().low(),
        score.overall().high(),
        score.coverage(),
        level.level().isPresent() ? Integer.valueOf(level.level().getAsInt()) : null,
        level.status().name(),
        before == null ? null : before.score());
  }

  static List<ScoreUpdate.IndicatorRow> indicators(Snapshot snapshot) {
    return snapshot.standings().entrySet().stream()
        .map(entry -> indicator(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ScoreUpdate.IndicatorRow indicator(Coordinate at, Standing standing) {
    Optional<Measurement> measured = standing.measurement();
    Optional<Reading> reading = standing.reading();
    return new ScoreUpdate.IndicatorRow(
        at.indicator(),
        at.stratum(),
        standing.state().name(),
        number(measured, Measurement::raw),
        measured.flatMap(ratio -> number(ratio.numerator())).orElse(null),
        measured.flatMap(ratio -> number(ratio.denominator())).orElse(null),
        number(measured, Measurement::observations),
        number(measured, Measurement::ageDays),
        number(reading, Reading::utility),
        reading.map(Reading::evidence).orElse(0d),
        number(reading, Reading::freshness),
        standing.share());
  }

  static List<ScoreUpdate.AttributionRow> attribution(Map<String, Change> changes) {
    return changes.entrySet().stream()
        .flatMap(
            change ->
                change.getValue().lines().stream().map(line -> attribution(change.getKey(), line)))
        .toList();
  }

  private static ScoreUpdate.AttributionRow attribution(String composite, Contribution line) {
    return new ScoreUpdate.AttributionRow(
        composite,
        line.coordinate().indicator(),
        line.coordinate().stratum(),
        line.reason().name(),
        line.score());
  }

  private static <T> @Nullable Double number(Optional<T> part, Function<T, Double> value) {
    return part.map(value).orElse(null);
  }

  private static Optional<Double> number(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
