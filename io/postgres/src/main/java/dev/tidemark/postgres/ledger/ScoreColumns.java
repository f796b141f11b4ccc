// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.AttributionRow;
import dev.tidemark.model.score.ScoreUpdate.Composite;
import dev.tidemark.model.score.ScoreUpdate.IndicatorRow;
import dev.tidemark.postgres.database.Columns;
import java.util.stream.Stream;

/** The parts of a score as columns. */
final class ScoreColumns {
  private ScoreColumns() {}

  static Object[] composites(ScoreUpdate update) {
    return Columns.of(update.composites())
        .text(Composite::name)
        .number(Composite::score)
        .number(Composite::low)
        .number(Composite::high)
        .number(Composite::coverage)
        .bigint(composite -> composite.level() == null ? null : composite.level().longValue())
        .text(Composite::levelState)
        .number(Composite::previous)
        .parameters();
  }

  static Object[] attribution(ScoreUpdate update) {
    return Columns.of(update.attribution())
        .text(AttributionRow::composite)
        .text(AttributionRow::indicator)
        .text(AttributionRow::stratum)
        .text(AttributionRow::reason)
        .number(AttributionRow::contribution)
        .parameters();
  }

  static Object[] indicators(ScoreUpdate update) {
    return Columns.of(update.indicators())
        .text(IndicatorRow::indicator)
        .text(IndicatorRow::stratum)
        .text(IndicatorRow::state)
        .number(IndicatorRow::raw)
        .number(IndicatorRow::numerator)
        .number(IndicatorRow::denominator)
        .number(IndicatorRow::n)
        .number(IndicatorRow::ageDays)
        .number(IndicatorRow::u)
        .number(IndicatorRow::e)
        .number(IndicatorRow::g)
        .number(IndicatorRow::m)
        .parameters();
  }

  static Object[] joined(Object[] first, Object[] second) {
    return Stream.of(first, second).flatMap(Stream::of).toArray();
  }
}
