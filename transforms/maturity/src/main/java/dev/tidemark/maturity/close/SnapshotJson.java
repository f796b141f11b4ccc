// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Standings as arrays: indicator, stratum, state, m, then e, g, u or nulls, then raw, numerator,
 * denominator, n, age or nulls.
 */
final class SnapshotJson {
  private static final int READING = 4;
  private static final int MEASUREMENT = 7;

  private SnapshotJson() {}

  static void write(ArrayNode list, Snapshot snapshot) {
    snapshot.standings().forEach((at, standing) -> write(list.addArray(), at, standing));
  }

  static Snapshot read(JsonNode list) {
    TreeMap<Coordinate, Standing> standings = new TreeMap<>();
    list.forEach(
        row ->
            standings.put(new Coordinate(row.get(0).asText(), row.get(1).asText()), standing(row)));
    return new Snapshot(standings);
  }

  private static void write(ArrayNode row, Coordinate at, Standing standing) {
    Optional<Reading> reading = standing.reading();
    Optional<Measurement> measured = standing.measurement();
    row.add(at.indicator()).add(at.stratum()).add(standing.state().name()).add(standing.share());
    row.add(boxed(reading.map(Reading::evidence)));
    row.add(boxed(reading.map(Reading::freshness)));
    row.add(boxed(reading.map(Reading::utility)));
    row.add(boxed(measured.map(Measurement::raw)));
    row.add(boxed(measured.flatMap(value -> optional(value.numerator()))));
    row.add(boxed(measured.flatMap(value -> optional(value.denominator()))));
    row.add(boxed(measured.map(Measurement::observations)));
    row.add(boxed(measured.map(Measurement::ageDays)));
  }

  private static Standing standing(JsonNode row) {
    return new Standing(
        row.get(3).asDouble(),
        EvidenceState.valueOf(row.get(2).asText()),
        reading(row),
        measurement(row));
  }

  private static Optional<Reading> reading(JsonNode row) {
    return row.get(READING).isNull()
        ? Optional.empty()
        : Optional.of(
            new Reading(
                row.get(READING).asDouble(),
                row.get(READING + 1).asDouble(),
                row.get(READING + 2).asDouble()));
  }

  private static Optional<Measurement> measurement(JsonNode row) {
    return row.get(MEASUREMENT).isNull()
        ? Optional.empty()
        : Optional.of(
            new Measurement(
                row.get(MEASUREMENT).asDouble(),
                number(row.get(MEASUREMENT + 1)),
                number(row.get(MEASUREMENT + 2)),
                row.get(MEASUREMENT + 3).asDouble(),
                row.get(MEASUREMENT + 4).asDouble()));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
  }

  private static Optional<Double> optional(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static @Nullable Double boxed(Optional<Double> number) {
    return number.orElse(null);
  }
}
