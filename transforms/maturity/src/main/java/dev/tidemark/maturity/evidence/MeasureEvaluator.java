// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.Measure;
import dev.tidemark.maturity.model.Operand;
import dev.tidemark.model.metric.MetricKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Computes the raw value of an indicator on one stratum as of a day. What has no denominator has no
 * value.
 */
final class MeasureEvaluator {
  private static final int BASELINE_WINDOWS = 12;
  private static final double DAYS_PER_WEEK = 7;

  private final FrameIndex index;
  private final String stratum;
  private final LocalDate today;
  private final Amounts amounts;

  MeasureEvaluator(FrameIndex index, String stratum, LocalDate today) {
    this.index = index;
    this.stratum = stratum;
    this.today = today;
    this.amounts = new Amounts(index, stratum);
  }

  Optional<Value> value(Indicator indicator, Measure measure) {
    Days days = Days.of(indicator.window(), today);
    if (measure instanceof Measure.FlowRatio flow) {
      return ratio(flow.numerator(), flow.denominator(), days);
    }
    if (measure instanceof Measure.RelativeFlow flow) {
      return relative(flow, days);
    }
    if (measure instanceof Measure.KeyedRatio keyed) {
      return keyed(keyed, days);
    }
    if (measure instanceof Measure.DistinctRatio distinct) {
      return distinct(distinct, days);
    }
    return single(measure, days);
  }

  private Optional<Value> single(Measure measure, Days days) {
    if (measure instanceof Measure.Quantile quantile) {
      return amounts
          .quantile(quantile.numerator(), days)
          .filter(values -> values.count() > 0)
          .flatMap(
              values -> Value.plain(values.quantile(quantile.quantile()), (double) values.count()));
    }
    if (measure instanceof Measure.DayFrequency frequency) {
      return frequency(frequency, days);
    }
    if (measure instanceof Measure.LastValue last) {
      return last(last, days);
    }
    return deviation((Measure.MonthlyDeviation) measure, days);
  }

  private Optional<Value> ratio(Operand numerator, Operand denominator, Days days) {
    return Value.ratio(amounts.total(numerator, days), amounts.total(denominator, days))
        .filter(value -> amounts.isAnswerable(numerator, days));
  }

  /** The present quotient over the median of the same over the windows of the year before. */
  private Optional<Value> relative(Measure.RelativeFlow flow, Days days) {
    List<Double> earlier =
        IntStream.rangeClosed(1, BASELINE_WINDOWS)
            .mapToObj(times -> ratio(flow.numerator(), flow.denominator(), days.earlier(times)))
            .flatMap(Optional::stream)
            .map(Value::raw)
            .toList();
    double baseline = earlier.isEmpty() ? 0 : Order.quantile(earlier, .5);
    Optional<Value> present = ratio(flow.numerator(), flow.denominator(), days);
    return present
        .filter(value -> baseline > 0)
        .map(
            value ->
                new Value(
                    value.raw() / baseline,
                    value.numerator(),
                    value.denominator(),
                    value.observations(),
                    Optional.empty()));
  }

  private Optional<Value> keyed(Measure.KeyedRatio keyed, Days days) {
    if (keyed.denominator().metric().kinds().contains(MetricKind.RATIO)) {
      Optional<LocalDate> newest = amounts.newestDay(keyed.denominator(), days);
      return newest.flatMap(
          day -> ratio(keyed.numerator(), keyed.denominator(), new Days(day, day)));
    }
    List<Cell> asked =
        index.cells(stratum, keyed.denominator().metric().subject()).stream()
            .filter(cell -> keyed.denominator().where().test(cell.facts(), today))
            .toList();
    boolean answerable = keyed.numerator().where().isAnswerable(carried(asked));
    double positive =
        count(
            asked.stream()
                .filter(cell -> keyed.numerator().where().test(cell.facts(), today))
                .toList());
    return Value.ratio(positive, count(asked)).filter(value -> answerable);
  }

  private static Set<String> carried(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.count() > 0)
        .flatMap(cell -> cell.facts().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double count(List<Cell> cells) {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  private Optional<Value> distinct(Measure.DistinctRatio measure, Days days) {
    Optional<Aggregate.Distinct> whole = amounts.distinct(measure.denominator(), days);
    double denominator =
        whole.map(Aggregate.Distinct::estimate).orElseGet(() -> gauge(measure.denominator(), days));
    Optional<Aggregate.Distinct> part = amounts.distinct(measure.numerator(), days);
    Optional<Aggregate.Distinct> less =
        measure.minus().flatMap(minus -> amounts.distinct(minus, days));
    if (less.isPresent()) {
      part = part.map(set -> set.difference(less.get()));
    }
    if (whole.isPresent()) {
      part = part.map(set -> set.intersection(whole.get()));
    }
    boolean known =
        amounts.isDistinct(measure.numerator(), days)
            && amounts.isAnswerable(measure.numerator(), days);
    return Value.ratio(part.map(Aggregate.Distinct::estimate).orElse(0d), denominator)
        .filter(value -> known);
  }

  private double gauge(Operand operand, Days days) {
    return amounts.newest(operand, days).stream()
        .mapToDouble(Aggregate.Last::value)
        .reduce(0, Double::sum);
  }

  private Optional<Value> frequency(Measure.DayFrequency measure, Days days) {
    Map<String, Set<LocalDate>> active = new TreeMap<>();
    amounts
        .matching(measure.numerator(), days)
        .filter(partial -> partial.aggregate() instanceof Aggregate.Sum sum && sum.sum() > 0)
        .forEach(
            partial ->
                active
                    .computeIfAbsent(
                        partial.attributes().getOrDefault(measure.attribute(), ""),
                        name -> new TreeSet<>())
                    .add(partial.day()));
    double weeks = weeks(measure, days);
    List<Double> frequencies = active.values().stream().map(set -> set.size() / weeks).toList();
    return frequencies.isEmpty()
        ? Optional.empty()
        : Value.plain(Order.quantile(frequencies, measure.quantile()), frequencies.size());
  }

  /** The weeks looked at: the window, or since the first day known, but at least one. */
  private double weeks(Measure.DayFrequency measure, Days days) {
    LocalDate first =
        index.partials(stratum, measure.numerator().metric().name()).stream()
            .map(DayPartial::day)
            .filter(days::contains)
            .findFirst()
            .orElse(days.first());
    return Math.max(DAYS_PER_WEEK, (double) new Days(first, days.last()).length()) / DAYS_PER_WEEK;
  }

  private Optional<Value> last(Measure.LastValue measure, Days days) {
    return amounts.newest(measure.numerator(), days).stream()
        .max(Comparator.comparing(Aggregate.Last::at).thenComparing(Aggregate.Last::revision))
        .map(
            newest ->
                new Value(
                    newest.value(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    1,
                    Optional.of(newest.at())));
  }

  /** Months that have both a forecast, the first one made in the month, and a cost. */
  private Optional<Value> deviation(Measure.MonthlyDeviation measure, Days days) {
    double missed = 0;
    double actual = 0;
    int months = 0;
    for (LocalDate start = days.first(); start.isBefore(days.last()); start = start.plusMonths(1)) {
      Days month = new Days(start, start.plusMonths(1).minusDays(1));
      double cost = amounts.total(measure.denominator(), month);
      OptionalDouble forecast = forecast(measure.numerator(), month);
      if (cost > 0 && forecast.isPresent()) {
        missed += Math.abs(cost - forecast.getAsDouble());
        actual += cost;
        months++;
      }
    }
    double observed = months;
    return Value.ratio(missed, actual)
        .map(
            ratio ->
                new Value(
                    ratio.raw(),
                    ratio.numerator(),
                    ratio.denominator(),
                    observed,
                    Optional.empty()));
  }

  private OptionalDouble forecast(Operand operand, Days month) {
    Optional<LocalDate> first = amounts.matching(operand, month).map(DayPartial::day).findFirst();
    return first
        .map(day -> OptionalDouble.of(gauge(operand, new Days(day, day))))
        .orElse(OptionalDouble.empty());
  }
}
