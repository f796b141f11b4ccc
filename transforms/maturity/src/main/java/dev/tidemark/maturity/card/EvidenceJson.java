// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The evidence behind a score as JSON: one entry per indicator and stratum; what is not known is
 * null.
 */
final class EvidenceJson {
  private final MaturityModel model;

  EvidenceJson(MaturityModel model) {
    this.model = model;
  }

  void write(ArrayNode list, Snapshot snapshot) {
    snapshot.standings().forEach((at, standing) -> write(list.addObject(), at, standing));
  }

  private void write(ObjectNode node, Coordinate at, Standing standing) {
    Indicator indicator = model.indicator(at.indicator());
    Optional<Measurement> measured = standing.measurement();
    node.put("indicator", at.indicator());
    node.put("stratum", at.stratum());
    node.put("state", standing.state().name());
    node.put("label", indicator.description().label());
    node.put("unit", indicator.unit().symbol());
    node.put("expert_default", indicator.description().isExpertDefault());
    node.put(
        "numerator", boxed(measured.map(Measurement::numerator).orElse(OptionalDouble.empty())));
    node.put(
        "denominator",
        boxed(measured.map(Measurement::denominator).orElse(OptionalDouble.empty())));
    node.put("raw", measured.map(Measurement::raw).orElse(null));
    node.put("n", measured.map(Measurement::observations).orElse(null));
    node.put("age_days", measured.map(Measurement::ageDays).orElse(null));
    node.put("u", part(standing, Reading::utility).orElse(null));
    node.put("e", part(standing, Reading::evidence).orElse(0d));
    node.put("g", part(standing, Reading::freshness).orElse(null));
    node.put("m", standing.share());
  }

  private static Optional<Double> part(Standing standing, Function<Reading, Double> part) {
    return standing.reading().map(part);
  }

  private static @Nullable Double boxed(OptionalDouble number) {
    return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
  }
}
