// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Freshness;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/** Turns written evidence into what scores are computed from. */
final class SnapshotBuilder {
  /** What a daily source without delay would have: twice its period. */
  private static final Duration DEFAULT_GRACE = Duration.ofDays(2);

  private static final double SECONDS_PER_DAY = 86_400;

  private final MaturityModel model;
  private final Shares shares;

  SnapshotBuilder(MaturityModel model, Shares shares) {
    this.model = model;
    this.shares = shares;
  }

  Snapshot snapshot(DraftState state) {
    TreeMap<Coordinate, Standing> standings = new TreeMap<>();
    for (String indicator : model.indicators().keySet()) {
      shares
          .of(indicator)
          .forEach(
              (stratum, share) ->
                  standings.put(
                      new Coordinate(indicator, stratum),
                      Standing.unknown(share, EvidenceState.UNOBSERVED)));
    }
    state
        .entries()
        .forEach(
            entry ->
                standings.computeIfPresent(
                    entry.coordinate(), (at, empty) -> standing(entry, empty.share())));
    return new Snapshot(standings);
  }

  private Standing standing(Entry entry, double share) {
    Indicator indicator = model.indicator(entry.coordinate().indicator());
    double utility = indicator.curve().utility(entry.raw());
    double population =
        entry.eligible().orElse(indicator.evidence().full().orElse(entry.observations()));
    double evidence = indicator.evidence().sufficiency(entry.observations(), population);
    double grace = graceDays(entry, indicator);
    double freshness =
        new Freshness(model.prior(), indicator.halfLife(), grace).of(utility, entry.ageDays());
    EvidenceState state =
        entry.ageDays() > grace
            ? EvidenceState.STALE
            : evidence < 1 ? EvidenceState.PARTIAL : EvidenceState.MEASURED;
    return new Standing(
        share,
        state,
        Optional.of(new Reading(evidence, freshness, utility)),
        Optional.of(Measurement.of(entry.raw(), entry.observations(), entry.ageDays())));
  }

  private static double graceDays(Entry entry, Indicator indicator) {
    return entry
        .grace()
        .orElse(indicator.grace().orElse(DEFAULT_GRACE).toSeconds() / SECONDS_PER_DAY);
  }
}
