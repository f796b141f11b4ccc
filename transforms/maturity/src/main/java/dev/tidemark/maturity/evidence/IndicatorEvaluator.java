// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.ObservedUtility;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evaluates a model over a frame as of an instant: every indicator on every stratum it is about. A
 * pure function; the order of the frame's lists does not matter. A daily close of day d is
 * evaluated as of 00:00 UTC of the day after.
 */
public final class IndicatorEvaluator {
  private final MaturityModel model;
  private final EvidenceFrame frame;
  private final Estate estate;
  private final StratumEvaluator strata;
  private final Map<String, SortedMap<String, Standing>> done = new HashMap<>();

  private IndicatorEvaluator(
      MaturityModel model, EvidenceFrame frame, Instant asOf, Patience patience) {
    this.model = model;
    this.frame = frame;
    FrameIndex index = new FrameIndex(frame);
    this.estate = new Estate(frame, index, LocalDate.ofInstant(asOf, ZoneOffset.UTC));
    this.strata = new StratumEvaluator(model.prior(), frame.supply(), index, asOf, patience);
  }

  /** The snapshot by the published waiting times. */
  public static Snapshot evaluate(MaturityModel model, EvidenceFrame frame, Instant asOf) {
    return evaluate(model, frame, asOf, Patience.STANDARD);
  }

  /** The snapshot by other waiting times. */
  public static Snapshot evaluate(
      MaturityModel model, EvidenceFrame frame, Instant asOf, Patience patience) {
    return new IndicatorEvaluator(model, frame, asOf, patience).snapshot();
  }

  private Snapshot snapshot() {
    TreeMap<Coordinate, Standing> standings = new TreeMap<>();
    for (Indicator indicator : model.indicators().values()) {
      standings(indicator)
          .forEach(
              (stratum, standing) ->
                  standings.put(new Coordinate(indicator.id(), stratum), standing));
    }
    return new Snapshot(standings);
  }

  /** The standings of one indicator, those it depends on first. */
  private SortedMap<String, Standing> standings(Indicator indicator) {
    SortedMap<String, Standing> known = done.get(indicator.id());
    if (known == null) {
      known = compute(indicator);
      done.put(indicator.id(), known);
    }
    return known;
  }

  private SortedMap<String, Standing> compute(Indicator indicator) {
    SortedMap<String, Standing> standings = new TreeMap<>();
    if (estate.isExempt(indicator.id())) {
      standings.put(Coordinate.EVERYWHERE, Standing.unknown(0, EvidenceState.NOT_APPLICABLE));
      return standings;
    }
    estate
        .exempt(indicator)
        .forEach(
            stratum -> standings.put(stratum, Standing.unknown(0, EvidenceState.NOT_APPLICABLE)));
    Dependencies dependencies = dependencies(indicator);
    estate
        .shares(indicator)
        .forEach(
            (stratum, share) ->
                standings.put(stratum, strata.standing(indicator, stratum, share, dependencies)));
    if (standings.isEmpty()) {
      standings.put(Coordinate.EVERYWHERE, strata.nowhere(indicator, absence(indicator)));
    }
    return standings;
  }

  private EvidenceState absence(Indicator indicator) {
    boolean suppliable =
        indicator
            .measure()
            .map(measure -> frame.supply().supplies(measure.metrics()))
            .orElse(false);
    return suppliable ? EvidenceState.UNOBSERVED : EvidenceState.UNSUPPORTED;
  }

  private Dependencies dependencies(Indicator indicator) {
    boolean met =
        indicator
            .requirement()
            .map(needed -> observed(needed.indicator()) >= needed.utility())
            .orElse(true);
    return indicator
        .evidence()
        .share()
        .map(other -> new Dependencies(met, true, standings(model.indicator(other))))
        .orElseGet(() -> new Dependencies(met, false, new TreeMap<>()));
  }

  private double observed(String indicator) {
    return ObservedUtility.of(standings(model.indicator(indicator)).values()).orElse(-1);
  }
}
