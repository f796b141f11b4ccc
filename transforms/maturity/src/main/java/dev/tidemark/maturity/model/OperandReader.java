// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.MetricKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a measure takes from a metric. */
final class OperandReader {
  private final Map<String, Predicate> terms;
  private final Problems problems;

  OperandReader(Map<String, Predicate> terms, Problems problems) {
    this.terms = terms;
    this.problems = problems;
  }

  /** The operand above the line. */
  Optional<Operand> numerator(Section section) {
    return read(section, Operand.Part.NUMERATOR);
  }

  /** The operand below the line. */
  Optional<Operand> denominator(Section section) {
    return read(section, Operand.Part.DENOMINATOR);
  }

  private Optional<Operand> read(Section section, Operand.Part side) {
    Optional<Metric> metric = section.text("metric").flatMap(name -> metric(section, name));
    Predicate where =
        section
            .optional("where")
            .map(tree -> where(section, tree, metric))
            .orElse(Predicate.ANYTHING);
    Optional<String> unit = section.optionalText("unit");
    section.close();
    metric.ifPresent(known -> unit.ifPresent(stated -> requireUnit(section, known, stated)));
    return metric.map(known -> new Operand(known, part(known, side), where));
  }

  private static Operand.Part part(Metric metric, Operand.Part side) {
    return metric.kinds().contains(MetricKind.RATIO) ? side : Operand.Part.WHOLE;
  }

  private static Optional<Metric> metric(Section section, String name) {
    MetricCatalogue catalogue = MetricCatalogue.standard();
    Optional<Metric> metric = catalogue.find(name);
    if (metric.isEmpty()) {
      section.problem(
          "metric", "no metric of the catalogue is called " + name, nearest(name, catalogue));
    }
    return metric;
  }

  private static String nearest(String name, MetricCatalogue catalogue) {
    return NearestName.of(name, catalogue.names())
        .map(close -> "did you mean " + close + "?")
        .orElse("see the catalogue of metrics for the names there are");
  }

  private static void requireUnit(Section section, Metric metric, String stated) {
    if (metric.units().values().stream().noneMatch(unit -> unit.symbol().equals(stated))) {
      section.problem(
          "unit",
          metric.name() + " is not measured in " + stated,
          "write " + metric.unit() + " or leave it out");
    }
  }

  private Predicate where(Section section, Tree tree, Optional<Metric> metric) {
    metric.ifPresent(known -> requireNames(section, tree, known));
    PredicateReader reader =
        new PredicateReader(
            section.path() + ".where", name -> Optional.ofNullable(terms.get(name)), problems);
    return reader.read(tree);
  }

  private void requireNames(Section section, Tree tree, Metric metric) {
    Set<String> allowed = new TreeSet<>(terms.keySet());
    allowed.add("any");
    allowed.addAll(metric.attributes());
    if (metric.kinds().contains(MetricKind.STATE)) {
      allowed.addAll(MetricCatalogue.standard().facts(metric.subject()));
    }
    if (tree instanceof Tree.Mapping mapping) {
      mapping.entries().forEach((name, asked) -> requireName(section, name, asked, allowed));
    }
  }

  private void requireName(Section section, String name, Tree asked, Set<String> allowed) {
    if (!allowed.contains(name)) {
      problems.add(
          section.path() + ".where." + name,
          asked.line(),
          "the metric has no attribute of that name",
          NearestName.remedy(name, allowed));
    }
  }
}
