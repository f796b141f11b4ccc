// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.Operand;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one stratum's partials amount to for an operand. */
final class Amounts {
  private final FrameIndex index;
  private final String stratum;

  Amounts(FrameIndex index, String stratum) {
    this.index = index;
    this.stratum = stratum;
  }

  /** The partials that qualify, earliest day first. */
  Stream<DayPartial> matching(Operand operand, Days days) {
    return index.partials(stratum, operand.metric().name()).stream()
        .filter(partial -> days.contains(partial.day()))
        .filter(partial -> operand.where().test(partial.attributes(), days.last()));
  }

  /**
   * Whether the operand's question can be answered: a source whose points never carry an attribute
   * cannot see it, and what it cannot see is unknown, not zero.
   */
  boolean isAnswerable(Operand operand, Days days) {
    List<DayPartial> known = known(operand, days);
    Set<String> carried =
        known.stream()
            .flatMap(partial -> partial.attributes().keySet().stream())
            .collect(Collectors.toSet());
    return known.isEmpty() || operand.where().isAnswerable(carried);
  }

  /** Whether the metric's points tell who, not only how often. */
  boolean isDistinct(Operand operand, Days days) {
    List<DayPartial> known = known(operand, days);
    return known.isEmpty()
        || known.stream().map(DayPartial::aggregate).anyMatch(Aggregate.Distinct.class::isInstance);
  }

  /** Everything added up. */
  double total(Operand operand, Days days) {
    return matching(operand, days)
        .mapToDouble(partial -> amount(partial.aggregate(), operand.part()))
        .reduce(0, Double::sum);
  }

  /** The newest day on which anything qualifies. */
  Optional<LocalDate> newestDay(Operand operand, Days days) {
    return matching(operand, days).map(DayPartial::day).reduce((earlier, later) -> later);
  }

  /** The union of the sets that qualify. */
  Optional<Aggregate.Distinct> distinct(Operand operand, Days days) {
    return matching(operand, days)
        .map(DayPartial::aggregate)
        .filter(Aggregate.Distinct.class::isInstance)
        .map(Aggregate.Distinct.class::cast)
        .reduce(Aggregate.Distinct::union);
  }

  /** The merged summary of the values that qualify. */
  Optional<Aggregate.Quantile> quantile(Operand operand, Days days) {
    return matching(operand, days)
        .map(DayPartial::aggregate)
        .filter(Aggregate.Quantile.class::isInstance)
        .map(Aggregate.Quantile.class::cast)
        .reduce(Aggregate.Quantile::merge);
  }

  /** The newest values that qualify, one per combination of attributes that the newest day has. */
  List<Aggregate.Last> newest(Operand operand, Days days) {
    Optional<LocalDate> day = newestDay(operand, days);
    return day.map(
            known -> matching(operand, new Days(known, known)).flatMap(Amounts::last).toList())
        .orElse(List.of());
  }

  private List<DayPartial> known(Operand operand, Days days) {
    return index.partials(stratum, operand.metric().name()).stream()
        .filter(partial -> days.contains(partial.day()))
        .toList();
  }

  private static Stream<Aggregate.Last> last(DayPartial partial) {
    return partial.aggregate() instanceof Aggregate.Last last ? Stream.of(last) : Stream.empty();
  }

  private static double amount(Aggregate aggregate, Operand.Part part) {
    if (aggregate instanceof Aggregate.Ratio ratio) {
      return part == Operand.Part.DENOMINATOR ? ratio.denominator() : ratio.numerator();
    }
    return aggregate instanceof Aggregate.Sum sum ? sum.sum() : 0;
  }
}
