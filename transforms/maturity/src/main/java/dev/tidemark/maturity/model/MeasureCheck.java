// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.Section;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricKind;
import dev.tidemark.model.metric.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a measure's metrics have the points its aggregate needs, and that the stated unit is
 * what comes out.
 */
final class MeasureCheck {
  private static final Unit DAYS_PER_WEEK = Unit.of("d/wk");

  private final Section section;
  private final Measure measure;

  MeasureCheck(Section section, Measure measure) {
    this.section = section;
    this.measure = measure;
  }

  void run(Optional<Unit> stated) {
    int before = section.problems().count();
    measure.operands().forEach(this::requireKind);
    if (section.problems().count() == before) {
      stated.filter(unit -> !unit.equals(expected())).ifPresent(this::refuseUnit);
    }
  }

  private void refuseUnit(Unit stated) {
    String what = "it is stated in %s, but %s gives %s".formatted(stated, describe(), expected());
    section.problem("unit", what, "write " + expected());
  }

  private String describe() {
    return measure.code().text() + " of " + measure.operands().get(0).metric().name();
  }

  private Unit expected() {
    if (measure instanceof Measure.DayFrequency) {
      return DAYS_PER_WEEK;
    }
    boolean plain = measure instanceof Measure.Quantile || measure instanceof Measure.LastValue;
    return plain ? measure.operands().get(0).metric().unit() : Unit.ONE;
  }

  private void requireKind(Operand operand) {
    Metric metric = operand.metric();
    Set<MetricKind> needed = needed();
    if (metric.kinds().stream().noneMatch(needed::contains)) {
      section.problem(
          "aggregate",
          "%s cannot be computed from %s, which has points of kind %s"
              .formatted(measure.code().text(), metric.name(), metric.kinds()),
          "choose another aggregate or metric");
    }
  }

  private Set<MetricKind> needed() {
    return switch (measure.code()) {
      case RATIO -> Set.of(MetricKind.SUM, MetricKind.RATIO);
      case KEYED_RATIO, KEYED_DISTINCT ->
          Set.of(MetricKind.STATE, MetricKind.RATIO, MetricKind.SKETCH);
      case DISTINCT_RATIO -> Set.of(MetricKind.SKETCH, MetricKind.GAUGE);
      case QUANTILE -> Set.copyOf(List.of(quantileKind()));
      case LAST -> Set.of(MetricKind.GAUGE, MetricKind.SUM);
    };
  }

  private MetricKind quantileKind() {
    return measure instanceof Measure.DayFrequency ? MetricKind.SUM : MetricKind.HISTOGRAM;
  }
}
