// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.model.metric.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how the raw value of an indicator comes from metrics, and checks that units and kinds fit.
 */
final class MeasureReader {
  private static final double MEDIAN = .5;
  private static final List<String> STATED = List.of("numerator", "denominator", "aggregate");

  private final OperandReader operands;
  private final Problems problems;

  MeasureReader(Map<String, Predicate> terms, Problems problems) {
    this.operands = new OperandReader(terms, problems);
    this.problems = problems;
  }

  /**
   * The measure, if the indicator states one and it is sound; {@code aggregate} decides which keys
   * it has.
   */
  Optional<Measure> read(Section section, Optional<Unit> unit) {
    boolean stated = STATED.stream().filter(section::has).count() > 0;
    if (!stated) {
      return Optional.empty();
    }
    int before = problems.count();
    Optional<AggregateCode> code = section.text("aggregate").flatMap(text -> code(section, text));
    Optional<Measure> measure = code.flatMap(known -> measure(section, known));
    measure
        .filter(whole -> problems.count() == before)
        .ifPresent(whole -> new MeasureCheck(section, whole).run(unit));
    return measure;
  }

  private Optional<Measure> measure(Section section, AggregateCode code) {
    return switch (code) {
      case RATIO -> ratio(section);
      case KEYED_RATIO, KEYED_DISTINCT ->
          both(section).map(pair -> new Measure.KeyedRatio(code, pair.numerator, pair.denominator));
      case DISTINCT_RATIO -> distinct(section);
      case QUANTILE -> quantile(section);
      case LAST -> last(section);
    };
  }

  private Optional<Measure> ratio(Section section) {
    boolean relative =
        section.optionalText("relative_to").map(text -> relative(section, text)).orElse(false);
    return both(section)
        .map(
            pair ->
                relative
                    ? new Measure.RelativeFlow(pair.numerator, pair.denominator)
                    : new Measure.FlowRatio(pair.numerator, pair.denominator));
  }

  private static boolean relative(Section section, String text) {
    boolean known = text.equals("own_median");
    if (!known) {
      section.problem("relative_to", "unknown baseline " + text, "write own_median");
    }
    return known;
  }

  private Optional<Measure> distinct(Section section) {
    Optional<Operand> minus =
        section.optionalSection("minus").flatMap(inner -> operands.numerator(inner));
    return both(section)
        .map(pair -> new Measure.DistinctRatio(pair.numerator, minus, pair.denominator));
  }

  private Optional<Measure> quantile(Section section) {
    double quantile = section.optionalNumber("quantile", 0, 1).orElse(MEDIAN);
    Optional<String> attribute = section.optionalText("days_per_week_of");
    return section
        .section("numerator")
        .flatMap(inner -> operands.numerator(inner))
        .map(
            operand ->
                attribute.isPresent()
                    ? new Measure.DayFrequency(operand, attribute.get(), quantile)
                    : new Measure.Quantile(operand, quantile));
  }

  private Optional<Measure> last(Section section) {
    if (section.has("denominator")) {
      return both(section)
          .map(pair -> new Measure.MonthlyDeviation(pair.numerator, pair.denominator));
    }
    return section
        .section("numerator")
        .flatMap(inner -> operands.numerator(inner))
        .map(Measure.LastValue::new);
  }

  private Optional<Pair> both(Section section) {
    Optional<Operand> numerator =
        section.section("numerator").flatMap(inner -> operands.numerator(inner));
    Optional<Operand> denominator =
        section.section("denominator").flatMap(inner -> operands.denominator(inner));
    return numerator.isPresent() && denominator.isPresent()
        ? Optional.of(new Pair(numerator.get(), denominator.get()))
        : Optional.empty();
  }

  private static Optional<AggregateCode> code(Section section, String text) {
    Optional<AggregateCode> code = AggregateCode.parse(text);
    if (code.isEmpty()) {
      section.problem(
          "aggregate",
          "unknown aggregate " + text,
          NearestName.remedy(
              text, Arrays.stream(AggregateCode.values()).map(AggregateCode::text).toList()));
    }
    return code;
  }

  private record Pair(Operand numerator, Operand denominator) {}
}
