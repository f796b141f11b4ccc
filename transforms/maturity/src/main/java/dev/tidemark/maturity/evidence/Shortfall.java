// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.model.Measure;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Standing;
import dev.tidemark.model.metric.MetricKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells that keep an indicator from its best value, counted as its measurement counts them: of
 * what is asked about, whatever does not qualify, or does where that is bad. Strata without a
 * measurement of their own have none; what is unknown does not fail.
 */
public final class Shortfall {
  private static final double NONE = 0;
  private static final double ALL = 1;

  private final FrameIndex index;
  private final StratumEvaluator strata;
  private final Indicator indicator;
  private final Measure.KeyedRatio keyed;

  private Shortfall(
      FrameIndex index, StratumEvaluator strata, Indicator indicator, Measure.KeyedRatio keyed) {
    this.index = index;
    this.strata = strata;
    this.indicator = indicator;
    this.keyed = keyed;
  }

  /** The cells, of no order; empty where the indicator does not count subjects one by one. */
  public static Optional<List<Cell>> of(
      MaturityModel model, String indicator, EvidenceFrame frame, Instant asOf) {
    FrameIndex index = new FrameIndex(frame);
    StratumEvaluator strata =
        new StratumEvaluator(model.prior(), frame.supply(), index, asOf, Patience.STANDARD);
    return Optional.ofNullable(model.indicators().get(indicator))
        .flatMap(known -> keyed(known).map(keyed -> new Shortfall(index, strata, known, keyed)))
        .map(it -> it.cells(IndicatorEvaluator.evaluate(model, frame, asOf).of(indicator)));
  }

  /** A ratio whose sides are stocks is read as two numbers; nobody says which subjects they are. */
  private static Optional<Measure.KeyedRatio> keyed(Indicator indicator) {
    return indicator
        .measure()
        .filter(Measure.KeyedRatio.class::isInstance)
        .map(Measure.KeyedRatio.class::cast)
        .filter(it -> !it.denominator().metric().kinds().contains(MetricKind.RATIO));
  }

  private List<Cell> cells(Map<Coordinate, Standing> standings) {
    return standings.entrySet().stream()
        .filter(it -> isCounted(it.getValue()))
        .flatMap(it -> failing(it.getKey().stratum()).stream())
        .toList();
  }

  private static boolean isCounted(Standing standing) {
    return standing.measurement().isPresent() && standing.state() != EvidenceState.ATTESTED;
  }

  private List<Cell> failing(String stratum) {
    LocalDate today = strata.lastDay(keyed, stratum);
    boolean more = indicator.curve().utility(ALL) >= indicator.curve().utility(NONE);
    return index.cells(stratum, keyed.denominator().metric().subject()).stream()
        .filter(cell -> cell.count() > 0)
        .filter(cell -> keyed.denominator().where().test(cell.facts(), today))
        .filter(cell -> keyed.numerator().where().test(cell.facts(), today) != more)
        .toList();
  }
}
