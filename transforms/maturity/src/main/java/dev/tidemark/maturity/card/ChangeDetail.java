// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.util.Optional;

/** Says in a few words what is behind a line of an explanation. */
final class ChangeDetail {
  private final MaturityModel model;
  private final Snapshot before;
  private final Snapshot after;

  ChangeDetail(MaturityModel model, Snapshot before, Snapshot after) {
    this.model = model;
    this.before = before;
    this.after = after;
  }

  String of(Contribution line) {
    Coordinate at = line.coordinate();
    return switch (line.reason()) {
      case PERFORMANCE -> performance(at);
      case EVIDENCE -> evidence(at);
      case FRESHNESS -> freshness(at);
      case SCOPE -> scope(at);
      case MODEL -> "another version of the model on the same evidence";
      case RESTATEMENT -> "a closed day was revised";
    };
  }

  private String performance(Coordinate at) {
    Optional<Measurement> from = measurement(before, at);
    Optional<Measurement> to = measurement(after, at);
    if (from.isEmpty() || to.isEmpty()) {
      return label(at);
    }
    String change = Phrases.change(from.get().raw(), to.get().raw(), indicator(at).unit());
    return label(at) + " " + change + counts(to.get());
  }

  private String evidence(Coordinate at) {
    Optional<Measurement> to = measurement(after, at);
    if (to.isEmpty()) {
      return label(at) + ": no longer observed";
    }
    boolean first = measurement(before, at).isEmpty();
    String value =
        label(at) + " " + Phrases.value(to.get().raw(), indicator(at).unit()) + counts(to.get());
    return (first ? "first evidence: " : state(before, at) + " -> " + state(after, at) + ": ")
        + value;
  }

  private String freshness(Coordinate at) {
    double age = measurement(after, at).map(Measurement::ageDays).orElse(0d);
    double earlier = measurement(before, at).map(Measurement::ageDays).orElse(0d);
    return age >= earlier
        ? "no data from " + at.stratum() + " for " + Phrases.decimal(age) + " d"
        : "data from " + at.stratum() + " again";
  }

  private String scope(Coordinate at) {
    String shares = share(before, at) + " -> " + share(after, at);
    return at.stratum().equals(Coordinate.EVERYWHERE)
        ? "weight or applicability changed"
        : "share " + shares;
  }

  private static String share(Snapshot snapshot, Coordinate at) {
    return Phrases.format("%.0f%%", 100 * snapshot.at(at).map(Standing::share).orElse(0d));
  }

  private static String state(Snapshot snapshot, Coordinate at) {
    return snapshot.at(at).map(Standing::state).orElse(EvidenceState.UNOBSERVED).name();
  }

  private static String counts(Measurement measurement) {
    return measurement.numerator().isPresent() && measurement.denominator().isPresent()
        ? " ("
            + Phrases.count(measurement.numerator().getAsDouble())
            + " of "
            + Phrases.count(measurement.denominator().getAsDouble())
            + ")"
        : "";
  }

  private String label(Coordinate at) {
    return Optional.ofNullable(model.indicators().get(at.indicator()))
        .map(indicator -> indicator.description().label())
        .orElse(at.indicator());
  }

  private Indicator indicator(Coordinate at) {
    return model.indicator(at.indicator());
  }

  private static Optional<Measurement> measurement(Snapshot snapshot, Coordinate at) {
    return snapshot.at(at).flatMap(Standing::measurement);
  }
}
