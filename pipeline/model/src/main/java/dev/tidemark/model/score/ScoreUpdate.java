// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.score;

import dev.tidemark.model.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One scoring of an organisation under one model.
 *
 * @param revision the organisation's revision it was computed from
 * @param day for a daily close the UTC day it closes; null for the live score
 * @param status {@code live}, {@code provisional}, {@code final}, {@code restated} or {@code
 *     backcast}
 * @param card the score card as JSON
 * @param document what the scorer needs again to compute the next attribution, as JSON; opaque to
 *     the database
 */
public record ScoreUpdate(
    OrganisationId organisation,
    String model,
    long revision,
    Instant asOf,
    @Nullable LocalDate day,
    String status,
    List<Composite> composites,
    List<IndicatorRow> indicators,
    List<AttributionRow> attribution,
    String card,
    String document) {
  public ScoreUpdate {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(document, "document");
    composites = List.copyOf(composites);
    indicators = List.copyOf(indicators);
    attribution = List.copyOf(attribution);
  }

  /**
   * A published figure, such as Overall, Data or AI.
   *
   * @param score S in 0..1
   * @param low lower end of the ignorance interval, 0..1
   * @param high upper end of the ignorance interval, 0..1
   * @param coverage 0..1
   * @param level published level; null for not rated
   * @param previous S of the close the attribution starts from; null without one
   */
  public record Composite(
      String name,
      double score,
      double low,
      double high,
      double coverage,
      @Nullable Integer level,
      String levelState,
      @Nullable Double previous) {}

  /** An indicator in one stratum; the numbers are null where it was not observed. */
  public record IndicatorRow(
      String indicator,
      String stratum,
      String state,
      @Nullable Double raw,
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double n,
      @Nullable Double ageDays,
      @Nullable Double u,
      double e,
      @Nullable Double g,
      double m) {}

  /**
   * A share of the change since the previous close.
   *
   * @param contribution change of S, in 0..1
   */
  public record AttributionRow(
      String composite, String indicator, String stratum, String reason, double contribution) {}
}
