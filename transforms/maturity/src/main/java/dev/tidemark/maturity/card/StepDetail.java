// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.NextStep;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.util.Optional;

/** Says in a few words what a next step asks for. */
final class StepDetail {
  private final MaturityModel model;
  private final Snapshot snapshot;

  StepDetail(MaturityModel model, Snapshot snapshot) {
    this.model = model;
    this.snapshot = snapshot;
  }

  String of(NextStep step) {
    Indicator indicator = model.indicator(step.coordinate().indicator());
    return switch (step.action()) {
      case IMPROVE -> improve(indicator, step);
      case OBSERVE -> "let " + indicator.description().label() + " be seen";
      case RECONNECT -> "bring data from " + step.coordinate().stratum() + " up to date";
    };
  }

  private String improve(Indicator indicator, NextStep step) {
    Optional<Measurement> measured = snapshot.at(step.coordinate()).flatMap(Standing::measurement);
    double from = measured.map(Measurement::raw).orElse(step.targetRaw());
    String change =
        indicator.description().label()
            + " "
            + Phrases.change(from, step.targetRaw(), indicator.unit());
    boolean partly =
        reading(step).map(reading -> reading.evidence() < indicator.evidence().cap()).orElse(false);
    return partly ? change + " with everything visible" : change;
  }

  private Optional<Reading> reading(NextStep step) {
    return snapshot.at(step.coordinate()).flatMap(Standing::reading);
  }
}
