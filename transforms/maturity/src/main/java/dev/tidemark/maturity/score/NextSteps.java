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
  private static final int MOST_COMPUTED = 200;

  private static final Set<EvidenceState> OUT_OF_REACH =
      Set.of(EvidenceState.NOT_APPLICABLE, EvidenceState.UNSUPPORTED, EvidenceState.PROBATION);

  private static final Comparator<NextStep> BY_GAIN =
      Comparator.comparingDouble((NextStep step) -> rank(step.gain()))
          .thenComparing(NextStep::coordinate)
          .thenComparing(NextStep::action);

  private static final Comparator<Candidate> BY_PROMISE =
      Comparator.comparingDouble((Candidate candidate) -> rank(candidate.promise()))
          .thenComparing(Candidate::at);

  private final Scoring scoring;
  private final Snapshot snapshot;
  private final WhatIf whatIf;

  /**
   * More comes first; what differs by less than rounding is equal, so that ties keep their order.
   */
  private static double rank(double amount) {
    return -Math.rint(amount / TOLERANCE);
  }

  /** The steps towards a higher composite from a snapshot. */
  public NextSteps(Scoring scoring, Composite composite, Snapshot snapshot) {
    this.scoring = scoring;
    this.snapshot = snapshot;
    this.whatIf = new WhatIf(scoring, composite, snapshot);
  }

  /**
   * The steps that raise the score, largest gain first; of a large estate, the most promising ones.
   */
  public List<NextStep> ranked() {
    List<Candidate> candidates = new ArrayList<>();
    reachable().forEach((coordinate, standing) -> candidates(coordinate, standing, candidates));
    return candidates.stream()
        .sorted(BY_PROMISE)
        .limit(MOST_COMPUTED)
        .map(this::step)
        .filter(step -> step.gain() > TOLERANCE)
        .sorted(BY_GAIN)
        .toList();
  }

  /**
   * What would stand if these steps were taken, each as its gain was computed; those that cannot be
   * taken are left out.
   */
  public Snapshot taken(Map<Coordinate, NextStep.Action> steps) {
    List<Candidate> candidates = new ArrayList<>();
    reachable().forEach((coordinate, standing) -> candidates(coordinate, standing, candidates));
    SortedMap<Coordinate, Standing> standings = new TreeMap<>(snapshot.standings());
    candidates.stream()
        .filter(candidate -> candidate.action() == steps.get(candidate.at()))
        .forEach(candidate -> standings.put(candidate.at(), candidate.changed()));
    return new Snapshot(standings);
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
        .sorted(
            Comparator.comparingDouble((NextConnection connection) -> rank(connection.narrowing())))
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

  private void candidates(Coordinate at, Standing standing, List<Candidate> candidates) {
    double cap = indicator(at).evidence().cap();
    if (standing.reading().isEmpty()) {
      candidates.add(
          candidate(NextStep.Action.OBSERVE, at, standing, new Reading(cap, 1, OBSERVED_AT)));
      return;
    }
    Reading reading = standing.reading().get();
    Reading better = new Reading(cap, 1, nextAnchor(reading.utility()));
    candidates.add(candidate(NextStep.Action.IMPROVE, at, standing, better));
    if (reading.freshness() < 1) {
      Reading fresh = new Reading(reading.evidence(), 1, reading.utility());
      candidates.add(candidate(NextStep.Action.RECONNECT, at, standing, fresh));
    }
  }

  private Candidate candidate(
      NextStep.Action action, Coordinate at, Standing standing, Reading reading) {
    Standing changed = standing.with(reading);
    return new Candidate(action, at, reading, changed, whatIf.promise(at, standing, changed));
  }

  private NextStep step(Candidate candidate) {
    Score score = whatIf.with(Map.of(candidate.at(), candidate.changed()));
    double from = candidate.changed().measurement().map(Measurement::raw).orElse(0d);
    double target = candidate.reading().utility();
    boolean same = candidate.action() == NextStep.Action.RECONNECT;
    double raw = same ? from : indicator(candidate.at()).curve().raw(target, from);
    double gain = score.maturity() - whatIf.present().maturity();
    return new NextStep(candidate.action(), candidate.at(), target, raw, gain);
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

  /**
   * A step before its gain is known.
   *
   * @param promise about what it would gain, by the slope at the present score; decides only what
   *     is worth computing
   */
  private record Candidate(
      NextStep.Action action, Coordinate at, Reading reading, Standing changed, double promise) {}
}
