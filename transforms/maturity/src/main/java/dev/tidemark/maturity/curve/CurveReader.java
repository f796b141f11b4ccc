// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import dev.tidemark.model.metric.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Reads a curve as a model writes it: {@code nplf}, {@code {anchors: [six]}}, {@code {log: [six]}},
 * {@code {linear: {worst, best}}}, {@code {log: {worst, best}}}, {@code {logistic: {worst, best,
 * middle, steepness}}} or {@code {band: [four]}}. Where the unit is one of time, values may be
 * lengths of time such as P30D.
 */
public final class CurveReader {
  private static final List<String> SHAPES =
      List.of("nplf", "anchors", "linear", "log", "logistic", "band");
  private static final int LEVELS = 6;
  private static final int BAND = 4;

  private final String path;
  private final Optional<Unit> unit;
  private final Problems problems;

  /** A reader for the curve at one place of a document. */
  public CurveReader(String path, Optional<Unit> unit, Problems problems) {
    this.path = path;
    this.unit = unit;
    this.problems = problems;
  }

  /**
   * The curve written there, or nothing if it cannot be one; then the reason is among the problems.
   */
  public Optional<Curve> read(Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.text().equals("nplf")
          ? Optional.of(AnchoredCurve.nplf())
          : unknown(tree, scalar.text());
    }
    if (!(tree instanceof Tree.Mapping mapping) || mapping.entries().size() != 1) {
      return refuse(
          tree, "a curve has exactly one shape", "write one of " + String.join(", ", SHAPES));
    }
    String shape = mapping.entries().keySet().iterator().next();
    return shaped(shape, mapping.entries().values().iterator().next());
  }

  private Optional<Curve> shaped(String shape, Tree body) {
    return switch (shape) {
      case "anchors" -> anchored(Scale.LINEAR, body);
      case "linear" -> scaled(Scale.LINEAR, body);
      case "log" -> scaled(Scale.LOGARITHMIC, body);
      case "logistic" -> section(shape, body).flatMap(this::logistic);
      case "band" -> band(body);
      default -> unknown(body, shape);
    };
  }

  private Optional<Curve> scaled(Scale scale, Tree body) {
    if (body instanceof Tree.Sequence) {
      return anchored(scale, body);
    }
    String shape = scale == Scale.LINEAR ? "linear" : "log";
    return section(shape, body).flatMap(section -> ends(section, scale));
  }

  private Optional<Curve> anchored(Scale scale, Tree body) {
    Optional<List<Double>> raws = numbers(body, LEVELS);
    return raws.flatMap(values -> build(body, () -> AnchoredCurve.through(scale, values)));
  }

  private Optional<Curve> ends(Section section, Scale scale) {
    OptionalDouble worst = raw(section, "worst");
    OptionalDouble best = raw(section, "best");
    section.close();
    if (worst.isEmpty() || best.isEmpty()) {
      return Optional.empty();
    }
    return build(
        section,
        () -> AnchoredCurve.through(scale, List.of(worst.getAsDouble(), best.getAsDouble())));
  }

  private Optional<Curve> logistic(Section section) {
    OptionalDouble worst = raw(section, "worst");
    OptionalDouble best = raw(section, "best");
    OptionalDouble middle = raw(section, "middle");
    OptionalDouble steepness = raw(section, "steepness");
    section.close();
    if (worst.isEmpty() || best.isEmpty() || middle.isEmpty() || steepness.isEmpty()) {
      return Optional.empty();
    }
    return build(
        section,
        () ->
            new LogisticCurve(
                worst.getAsDouble(),
                best.getAsDouble(),
                middle.getAsDouble(),
                steepness.getAsDouble()));
  }

  private Optional<Curve> band(Tree body) {
    return numbers(body, BAND)
        .flatMap(
            edges ->
                build(
                    body,
                    () -> new BandCurve(edges.get(0), edges.get(1), edges.get(2), edges.get(3))));
  }

  private Optional<List<Double>> numbers(Tree body, int count) {
    List<Tree> items = value().items(body);
    if (body instanceof Tree.Sequence && items.size() != count) {
      return refuse(body, "it has " + items.size() + " values", "write " + count);
    }
    List<Double> numbers = new ArrayList<>();
    items.forEach(item -> raw(item).ifPresent(numbers::add));
    return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
  }

  private OptionalDouble raw(Section section, String key) {
    return section.required(key).map(this::raw).orElse(OptionalDouble.empty());
  }

  private OptionalDouble raw(Tree tree) {
    boolean written = tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.TEXT;
    if (!written || !unit.map(Unit.SECOND::isCommensurableWith).orElse(false)) {
      return value().number(tree);
    }
    return value().duration(tree).map(this::inUnit).orElse(OptionalDouble.empty());
  }

  private OptionalDouble inUnit(Duration duration) {
    return OptionalDouble.of(
        Unit.SECOND.convert(duration.toMillis() / 1e3, unit.orElse(Unit.SECOND)));
  }

  private Optional<Curve> build(Section section, Supplier<Curve> curve) {
    return build(new Tree.Scalar(section.line(), Tree.Kind.ABSENT, ""), curve);
  }

  private Optional<Curve> build(Tree tree, Supplier<Curve> curve) {
    try {
      return Optional.of(curve.get());
    } catch (IllegalArgumentException e) {
      return refuse(tree, String.valueOf(e.getMessage()), "correct the values");
    }
  }

  private Optional<Section> section(String shape, Tree body) {
    return Section.of(body, path + "." + shape, problems);
  }

  private Optional<Curve> unknown(Tree tree, String shape) {
    return refuse(tree, "unknown shape " + shape, NearestName.remedy(shape, SHAPES));
  }

  private Value value() {
    return new Value(path, problems);
  }

  private <T> Optional<T> refuse(Tree tree, String what, String remedy) {
    return value().refuse(tree, what, remedy);
  }
}
