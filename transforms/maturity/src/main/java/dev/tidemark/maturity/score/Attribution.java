// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Splits the change of a score between two snapshots under one model into lines that sum to it
 * exactly (scoring model, section 2.10): secants chain a stratum's part to the score, Shapley
 * shares split the part among its factors. Weights that moved because something began or ceased to
 * apply are scope.
 */
final class Attribution {
  private static final Reason[] REASONS = {
    Reason.SCOPE, Reason.EVIDENCE, Reason.FRESHNESS, Reason.PERFORMANCE
  };

  private final MaturityModel model;
  private final Score before;
  private final Score after;
  private final Snapshot first;
  private final Snapshot last;
  private final PowerMean outer;
  private final List<Contribution> lines = new ArrayList<>();

  private Attribution(Scoring scoring, Composite composite, Snapshot first, Snapshot last) {
    this.model = scoring.model();
    this.first = first;
    this.last = last;
    this.before = scoring.score(composite, first);
    this.after = scoring.score(composite, last);
    this.outer = new PowerMean(model.outerPower());
  }

  /** The lines that are not zero, in the order of coordinates and reasons. */
  static List<Contribution> between(
      Scoring scoring, Composite composite, Snapshot first, Snapshot last) {
    return new Attribution(scoring, composite, first, last).run(composite);
  }

  private List<Contribution> run(Composite composite) {
    double scale = reciprocal(outer.secant(before.overall().value(), after.overall().value()));
    composite.dimensions().forEach(dimension -> dimension(dimension, scale));
    return List.copyOf(lines);
  }

  private void dimension(String id, double scale) {
    double start = value(before.dimensions(), after.dimensions(), id);
    double end = value(after.dimensions(), before.dimensions(), id);
    double shift = after.weights().dimension(id) - before.weights().dimension(id);
    add(
        new Coordinate(id, Coordinate.EVERYWHERE),
        Reason.SCOPE,
        scale * shift * gap(outer, start, end));
    PowerMean inner = new PowerMean(model.dimension(id).innerPower());
    double mean = (before.weights().dimension(id) + after.weights().dimension(id)) / 2;
    double chain = scale * mean * outer.secant(start, end) * reciprocal(inner.secant(start, end));
    if (before.dimensions().containsKey(id) && after.dimensions().containsKey(id)) {
      model.indicatorsOf(id).forEach(indicator -> indicator(indicator, inner, chain));
    }
  }

  private void indicator(Indicator indicator, PowerMean inner, double scale) {
    String id = indicator.id();
    double start = value(before.indicators(), after.indicators(), id);
    double end = value(after.indicators(), before.indicators(), id);
    double shift = after.weights().indicator(id) - before.weights().indicator(id);
    add(
        new Coordinate(id, Coordinate.EVERYWHERE),
        Reason.SCOPE,
        scale * shift * gap(inner, start, end));
    double mean = (before.weights().indicator(id) + after.weights().indicator(id)) / 2;
    double chain = scale * mean * inner.secant(start, end);
    if (first.isApplicable(id) && last.isApplicable(id)) {
      strata(id).forEach(coordinate -> stratum(coordinate, chain));
    }
  }

  private void stratum(Coordinate coordinate, double chain) {
    boolean replacesNothing =
        first.at(new Coordinate(coordinate.indicator(), Coordinate.EVERYWHERE)).isPresent();
    Factors factors =
        Factors.between(first.at(coordinate), last.at(coordinate), model.prior(), replacesNothing);
    double[] shares = factors.split();
    for (int factor = 0; factor < REASONS.length; factor++) {
      add(coordinate, REASONS[factor], chain * shares[factor]);
    }
  }

  private SortedSet<Coordinate> strata(String indicator) {
    SortedSet<Coordinate> strata = new TreeSet<>(first.of(indicator).keySet());
    strata.addAll(last.of(indicator).keySet());
    return strata;
  }

  /**
   * How far a part's transformed value lies above the prior's: what a unit of weight on it is
   * worth.
   */
  private double gap(PowerMean mean, double start, double end) {
    return (mean.forward(start) + mean.forward(end)) / 2 - mean.forward(model.prior());
  }

  /** The value on one side, or the other side's where it did not apply. */
  private double value(
      SortedMap<String, Estimate> wanted, SortedMap<String, Estimate> other, String id) {
    return Optional.ofNullable(wanted.get(id))
        .or(() -> Optional.ofNullable(other.get(id)))
        .map(Estimate::value)
        .orElse(model.prior());
  }

  private void add(Coordinate coordinate, Reason reason, double score) {
    if (score != 0) {
      lines.add(new Contribution(coordinate, reason, score));
    }
  }

  private static double reciprocal(double slope) {
    return slope == 0 ? 0 : 1 / slope;
  }
}
