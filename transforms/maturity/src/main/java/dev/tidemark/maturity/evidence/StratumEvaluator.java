// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.EvidenceKind;
import dev.tidemark.maturity.model.EvidenceRule;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.IndicatorStatus;
import dev.tidemark.maturity.model.Measure;
import dev.tidemark.maturity.model.Operand;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Freshness;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Standing;
import dev.tidemark.model.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates one indicator on one stratum. A stratum that has fallen silent is evaluated as of the
 * day it was complete through, so that its windows do not run empty; only its age moves on.
 * Otherwise a bad value could be lost by disconnecting.
 */
final class StratumEvaluator {
  private final double prior;
  private final Supply supply;
  private final FrameIndex index;
  private final Instant asOf;
  private final Patience patience;

  StratumEvaluator(double prior, Supply supply, FrameIndex index, Instant asOf, Patience patience) {
    this.prior = prior;
    this.supply = supply;
    this.index = index;
    this.asOf = asOf;
    this.patience = patience;
  }

  /** The standing on a stratum that the indicator is about. */
  Standing standing(Indicator indicator, String stratum, double share, Dependencies dependencies) {
    List<Metric> metrics = indicator.measure().map(Measure::metrics).orElse(List.of());
    FeedStatus status = status(stratum, metrics);
    Optional<Value> value =
        indicator
            .measure()
            .filter(measure -> status.isStarted() && dependencies.requirementMet())
            .flatMap(measure -> value(indicator, measure, stratum, status));
    if (value.isPresent()) {
      return measured(indicator, stratum, share, dependencies, status, value.get());
    }
    EvidenceState absence = absence(stratum, metrics, status);
    return attested(indicator, stratum, share).orElseGet(() -> Standing.unknown(share, absence));
  }

  /** The standing of an indicator that no stratum of the estate shows anything of. */
  Standing nowhere(Indicator indicator, EvidenceState absence) {
    return attested(indicator, Coordinate.EVERYWHERE, 1)
        .orElseGet(() -> Standing.unknown(1, absence));
  }

  private Optional<Value> value(
      Indicator indicator, Measure measure, String stratum, FeedStatus status) {
    return new MeasureEvaluator(index, stratum, lastDay(measure, stratum, status))
        .value(indicator, measure);
  }

  /** The day as of which a measure is evaluated on a stratum. */
  LocalDate lastDay(Measure measure, String stratum) {
    return lastDay(measure, stratum, status(stratum, measure.metrics()));
  }

  private FeedStatus status(String stratum, List<Metric> metrics) {
    List<Feed> feeds =
        metrics.stream().flatMap(metric -> index.feeds(stratum, metric.name()).stream()).toList();
    return new FeedStatus(feeds, asOf, patience);
  }

  /** The last day that can be known: today, or the day the stratum fell silent. */
  private LocalDate lastDay(Measure measure, String stratum, FeedStatus status) {
    LocalDate today = dayBefore(asOf);
    LocalDate complete = dayBefore(status.completeThrough());
    LocalDate newest =
        measure.metrics().stream()
            .flatMap(metric -> index.partials(stratum, metric.name()).stream())
            .map(DayPartial::day)
            .filter(day -> !day.isAfter(today))
            .max(Comparator.naturalOrder())
            .orElse(complete);
    LocalDate known = newest.isAfter(complete) ? newest : complete;
    return known.isAfter(today) ? today : known;
  }

  /** The day an instant closes: at midnight, the one just over. */
  private static LocalDate dayBefore(Instant instant) {
    return LocalDate.ofInstant(instant.minusNanos(1), ZoneOffset.UTC);
  }

  private Standing measured(
      Indicator indicator,
      String stratum,
      double share,
      Dependencies dependencies,
      FeedStatus status,
      Value value) {
    Measurement measurement = value.aged(status.ageDays(newest(value, status)));
    double grace = indicator.grace().map(FeedStatus::days).orElseGet(status::graceDays);
    double utility = indicator.curve().utility(value.raw());
    double freshness =
        new Freshness(prior, indicator.halfLife(), grace).of(utility, measurement.ageDays());
    boolean preview = indicator.status() == IndicatorStatus.PREVIEW;
    double sufficient = sufficiency(indicator, stratum, value) * dependencies.factor(stratum);
    boolean counts = !preview && !status.isOnProbation();
    double evidence = counts ? Math.min(indicator.evidence().cap(), sufficient) : 0;
    EvidenceState state =
        counts ? state(status, measurement, grace, evidence) : EvidenceState.PROBATION;
    return new Standing(
        share,
        state,
        Optional.of(new Reading(evidence, freshness, utility)),
        Optional.of(measurement));
  }

  private static Instant newest(Value value, FeedStatus status) {
    Instant complete = status.completeThrough();
    return value.newest().filter(own -> own.isBefore(complete)).orElse(complete);
  }

  private static EvidenceState state(
      FeedStatus status, Measurement measurement, double grace, double evidence) {
    if (status.isFailing()) {
      return EvidenceState.ERROR;
    }
    if (measurement.ageDays() > grace) {
      return EvidenceState.STALE;
    }
    return evidence < 1 ? EvidenceState.PARTIAL : EvidenceState.MEASURED;
  }

  private double sufficiency(Indicator indicator, String stratum, Value value) {
    EvidenceRule rule = indicator.evidence();
    if (rule.kind() == EvidenceKind.EVENTS || rule.full().isPresent()) {
      return rule.sufficiency(value.observations(), rule.full().orElse(1));
    }
    return rule.eligible().isEmpty() ? 1 : visibleShare(indicator, stratum);
  }

  /** A source that does not say how much there is has not shown that it sees all of it. */
  private double visibleShare(Indicator indicator, String stratum) {
    return indicator
        .measure()
        .map(Measure::operands)
        .map(operands -> operands.get(operands.size() - 1))
        .map(Operand::metric)
        .flatMap(metric -> index.population(stratum, metric.subject()))
        .map(Population::visibleShare)
        .orElse(0d);
  }

  private EvidenceState absence(String stratum, List<Metric> metrics, FeedStatus status) {
    if (!supply.supplies(stratum, metrics)) {
      return EvidenceState.UNSUPPORTED;
    }
    return status.isFailing() ? EvidenceState.ERROR : EvidenceState.UNOBSERVED;
  }

  private Optional<Standing> attested(Indicator indicator, String stratum, double share) {
    return index.attestations(new Coordinate(indicator.id(), stratum)).stream()
        .filter(attestation -> attestation.holds(asOf))
        .max(Comparator.comparing(Attestation::signed))
        .map(attestation -> attested(indicator, share, attestation));
  }

  private Standing attested(Indicator indicator, double share, Attestation attestation) {
    double evidence = Math.min(Attestation.CAP, indicator.evidence().cap());
    double age = FeedStatus.days(Duration.between(attestation.signed(), asOf));
    return new Standing(
        share,
        EvidenceState.ATTESTED,
        Optional.of(new Reading(evidence, 1, indicator.curve().utility(attestation.raw()))),
        Optional.of(Measurement.of(attestation.raw(), 1, age)));
  }
}
