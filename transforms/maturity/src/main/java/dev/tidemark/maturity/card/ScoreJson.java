// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Estimate;
import dev.tidemark.maturity.score.Reason;
import dev.tidemark.maturity.score.Score;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The JSON fields every score has, offline and live alike. */
public final class ScoreJson {
  /** Lines smaller than this are rounding. */
  private static final double NOISE = 1e-12;

  private static final Set<Reason> ALWAYS =
      EnumSet.of(Reason.SCOPE, Reason.EVIDENCE, Reason.FRESHNESS, Reason.PERFORMANCE);

  private ScoreJson() {}

  /**
   * Adds {@code score}, {@code maturity}, {@code low}, {@code high}, {@code coverage}, {@code
   * level} and the parts.
   */
  public static void write(ObjectNode node, Score score, OptionalInt level) {
    estimate(node, score.overall());
    node.put("level", level.isPresent() ? Integer.valueOf(level.getAsInt()) : null);
    ObjectNode dimensions = node.putObject("dimensions");
    score.dimensions().forEach((id, estimate) -> dimensions.put(id, estimate.value()));
    ObjectNode indicators = node.putObject("indicators");
    score
        .indicators()
        .forEach(
            (id, estimate) ->
                indicators
                    .putObject(id)
                    .put("x", estimate.value())
                    .put("coverage", estimate.coverage()));
  }

  /** Adds {@code delta}, {@code attribution} and {@code subtotals}. */
  public static void write(ObjectNode node, Change change) {
    write(node, change, line -> "");
  }

  /** The same, with words about each line as its {@code detail}. */
  static void write(ObjectNode node, Change change, Function<Contribution, String> detail) {
    node.put("delta", change.maturity());
    ArrayNode attribution = node.putArray("attribution");
    change.lines().stream()
        .filter(line -> Math.abs(line.score()) > NOISE)
        .forEach(line -> write(attribution.addObject(), line, detail.apply(line)));
    ObjectNode subtotals = node.putObject("subtotals");
    change
        .subtotals()
        .forEach(
            (reason, sum) -> {
              if (ALWAYS.contains(reason) || sum != 0) {
                subtotals.put(reason.name(), sum);
              }
            });
  }

  /** Adds a value with its bounds and coverage. */
  static void estimate(ObjectNode node, Estimate estimate) {
    node.put("score", estimate.value());
    node.put("maturity", estimate.maturity());
    node.put("low", Score.SCALE * estimate.low());
    node.put("high", Score.SCALE * estimate.high());
    node.put("coverage", estimate.coverage());
  }

  private static void write(ObjectNode node, Contribution line, String detail) {
    node.put("indicator", line.coordinate().indicator());
    node.put("stratum", line.coordinate().stratum());
    node.put("reason", line.reason().name());
    node.put("maturity", line.maturity());
    if (!detail.isEmpty()) {
      node.put("detail", detail);
    }
  }
}
