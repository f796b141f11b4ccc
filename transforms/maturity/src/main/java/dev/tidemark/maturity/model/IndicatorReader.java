// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.curve.Curve;
import dev.tidemark.maturity.curve.CurveReader;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.model.IndicatorDraft.Reference;
import dev.tidemark.model.metric.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads one indicator of a model; every part is read, whatever is wrong with the others. */
final class IndicatorReader {
  private final String id;
  private final Section section;
  private final Optional<String> dimension;
  private final OptionalDouble weight;
  private final IndicatorStatus status;
  private final Optional<Unit> unit;
  private final Optional<Measure> measure;
  private final Optional<Curve> curve;
  private final Window window;
  private final Optional<Duration> halfLife;
  private final Optional<Duration> grace;
  private final Optional<EvidenceRule> evidence;
  private final Optional<Requirement> requirement;
  private final Indicator.Description description;

  IndicatorReader(String id, Section section, MeasureReader measures) {
    this.id = id;
    this.section = section;
    this.dimension = section.text("dimension");
    this.weight = section.number("weight", 0, 1);
    this.status = section.optionalText("status").map(this::status).orElse(IndicatorStatus.ACTIVE);
    this.unit = section.text("unit").flatMap(this::unit);
    this.measure = measures.read(section, unit);
    this.curve = section.required("curve").flatMap(this::curve);
    this.window = section.optionalText("window").map(this::window).orElse(Window.STATE);
    this.halfLife = section.required("half_life").flatMap(this::halfLife);
    this.grace = section.optional("grace").flatMap(section.value("grace")::duration);
    this.evidence = section.section("evidence").flatMap(inner -> new EvidenceReader(inner).read());
    this.requirement = section.optionalSection("requires").flatMap(IndicatorReader::requirement);
    this.description = description();
  }

  IndicatorDraft read() {
    section.close();
    List<Reference> references = references(evidence, requirement);
    return new IndicatorDraft(
        id, section.line(), dimension, weight, status, measure, references, whole());
  }

  private Optional<Indicator> whole() {
    if (dimension.isEmpty() || weight.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    if (curve.isEmpty() || halfLife.isEmpty() || evidence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Indicator(
            id,
            dimension.get(),
            weight.getAsDouble(),
            measure,
            unit.get(),
            curve.get(),
            window,
            halfLife.get(),
            grace,
            evidence.get(),
            requirement,
            status,
            description));
  }

  private Indicator.Description description() {
    String label = section.optionalText("label").orElse(id);
    String goal = section.optionalText("goal").orElse("");
    String basis = section.optionalText("basis").orElse("");
    List<String> crosswalk =
        section.optional("crosswalk").map(section.value("crosswalk")::texts).orElse(List.of());
    return new Indicator.Description(
        label, goal, basis, crosswalk, section.optionalText("remediation"));
  }

  private Optional<Curve> curve(Tree tree) {
    return new CurveReader(section.path() + ".curve", unit, section.problems()).read(tree);
  }

  private Optional<Duration> halfLife(Tree tree) {
    Optional<Duration> duration = section.value("half_life").duration(tree);
    if (duration.isPresent() && duration.get().isZero()) {
      section.problem(
          "half_life", "it is zero", "give the time in which good news loses half of its weight");
      return Optional.empty();
    }
    return duration;
  }

  private Optional<Unit> unit(String symbol) {
    Optional<Unit> unit = Unit.parse(symbol);
    if (unit.isEmpty()) {
      section.problem(
          "unit", "unknown unit " + symbol, "write it in UCUM, such as \"1\", s or d/wk");
    }
    return unit;
  }

  private Window window(String text) {
    Optional<Window> window = Window.parse(text);
    if (window.isEmpty()) {
      section.problem(
          "window",
          text + " is no window",
          "write state, last, days such as P28D or months such as P3M");
    }
    return window.orElse(Window.STATE);
  }

  private IndicatorStatus status(String text) {
    try {
      return IndicatorStatus.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      section.problem("status", "unknown status " + text, "write active or preview");
      return IndicatorStatus.ACTIVE;
    }
  }

  private static Optional<Requirement> requirement(Section inner) {
    Optional<String> indicator = inner.text("indicator");
    OptionalDouble utility = inner.number("utility", 0, 1);
    inner.close();
    return indicator.isPresent() && utility.isPresent()
        ? Optional.of(new Requirement(indicator.get(), utility.getAsDouble()))
        : Optional.empty();
  }

  private static List<Reference> references(
      Optional<EvidenceRule> evidence, Optional<Requirement> requirement) {
    List<Reference> references = new ArrayList<>();
    evidence
        .flatMap(EvidenceRule::share)
        .ifPresent(indicator -> references.add(new Reference("evidence.share", indicator)));
    requirement.ifPresent(
        needed -> references.add(new Reference("requires.indicator", needed.indicator())));
    return references;
  }
}
