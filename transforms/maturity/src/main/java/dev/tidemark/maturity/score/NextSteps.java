// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to do next, ranked by exact gain (scoring model, section 2.10): the score is computed again
 * with the step taken; no gradient. What no connector can supply is not proposed.
 */
public final class NextSteps {
  private static final double ANCHORS = 5;
  private static final double TOLERANCE = 1e-9;
  private static final double OBSERVED_AT = .6;

  private static final Set<EvidenceState> OUT_OF_REACH =
      Set.of(EvidenceState.NOT_APPLICABLE, EvidenceState.UNSUPPORTED, EvidenceState.PROBATION);

  private static final Comparator<NextStep> BY_GAIN =
      Comparator.comparingDouble((NextStep step) -> -step.gain())
          .thenComparing(NextStep::coordinate)
          .thenComparing(NextStep::action);

  private final Scoring scoring;
  private final Snapshot snapshot;
  private final WhatIf whatIf;

  /** The steps towards a higher composite from a snapshot. */
  public NextSteps(Scoring scoring, Composite composite, Snapshot snapshot) {
    this.scoring = scoring;
    this.snapshot = snapshot;
    this.whatIf = new WhatIf(scoring, composite, snapshot);
  }

  /** Every step that raises the score, largest gain first. */
  public List<NextStep> ranked() {
    List<NextStep> steps = new ArrayList<>();
    reachable().forEach((coordinate, standing) -> steps(coordinate, standing, steps));
    return steps.stream().filter(step -> step.gain() > TOLERANCE).sorted(BY_GAIN).toList();
  }

  /** The strata with something unseen, largest narrowing of the ignorance interval first. */
  public List<NextConnection> connections() {
    SortedMap<String, List<Coordinate>> unseen = new TreeMap<>();
    reachable().entrySet().stream()
        .filter(entry -> entry.getValue().reading().isEmpty())
        .map(Map.Entry::getKey)
        .forEach(at -> unseen.computeIfAbsent(at.stratum(), stratum -> new ArrayList<>()).add(at));
    return unseen.entrySet().stream()
        .map(entry -> connection(entry.getKey(), entry.getValue()))
        .filter(connection -> connection.narrowing() > TOLERANCE)
        .sorted(Comparator.comparingDouble((NextConnection connection) -> -connection.narrowing()))
        .toList();
  }

  private SortedMap<Coordinate, Standing> reachable() {
    SortedMap<Coordinate, Standing> reachable = new TreeMap<>();
    snapshot.standings().entrySet().stream()
        .filter(entry -> !OUT_OF_REACH.contains(entry.getValue().state()))
        .filter(entry -> whatIf.present().indicators().containsKey(entry.getKey().indicator()))
        .forEach(entry -> reachable.put(entry.getKey(), entry.getValue()));
    return reachable;
  }

  private void steps(Coordinate coordinate, Standing standing, List<NextStep> steps) {
    double cap = indicator(coordinate).evidence().cap();
    if (standing.reading().isEmpty()) {
      steps.add(
          step(NextStep.Action.OBSERVE, coordinate, standing, new Reading(cap, 1, OBSERVED_AT)));
      return;
    }
    Reading reading = standing.reading().get();
    steps.add(
        step(
            NextStep.Action.IMPROVE,
            coordinate,
            standing,
            new Reading(cap, 1, nextAnchor(reading.utility()))));
    if (reading.freshness() < 1) {
      Reading fresh = new Reading(reading.evidence(), 1, reading.utility());
      steps.add(step(NextStep.Action.RECONNECT, coordinate, standing, fresh));
    }
  }

  private NextStep step(
      NextStep.Action action, Coordinate coordinate, Standing standing, Reading reading) {
    Score score = whatIf.with(Map.of(coordinate, standing.with(reading)));
    double from = standing.measurement().map(Measurement::raw).orElse(0d);
    double raw =
        action == NextStep.Action.RECONNECT
            ? from
            : indicator(coordinate).curve().raw(reading.utility(), from);
    return new NextStep(
        action, coordinate, reading.utility(), raw, score.maturity() - whatIf.present().maturity());
  }

  /** The next fifth above a utility: the anchor after the one reached. */
  private static double nextAnchor(double utility) {
    return Math.min(1, Math.floor(utility * ANCHORS + 1 + TOLERANCE) / ANCHORS);
  }

  private NextConnection connection(String stratum, List<Coordinate> unseen) {
    Map<Coordinate, Standing> seen = new TreeMap<>();
    unseen.forEach(
        coordinate ->
            snapshot
                .at(coordinate)
                .ifPresent(standing -> seen.put(coordinate, seen(coordinate, standing))));
    List<String> indicators = unseen.stream().map(Coordinate::indicator).toList();
    return new NextConnection(
        stratum, indicators, width(whatIf.present()) - width(whatIf.with(seen)));
  }

  /** Seen at the prior: the score stays, only what is unknown shrinks. */
  private Standing seen(Coordinate coordinate, Standing standing) {
    return standing.with(
        new Reading(indicator(coordinate).evidence().cap(), 1, scoring.model().prior()));
  }

  private static double width(Score score) {
    return score.high() - score.low();
  }

  private Indicator indicator(Coordinate coordinate) {
    return scoring.model().indicator(coordinate.indicator());
  }
}
