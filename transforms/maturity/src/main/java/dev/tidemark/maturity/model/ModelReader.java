// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a whole model and refuses it with every problem at once. */
final class ModelReader {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private final String name;
  private final Problems problems;

  ModelReader(String name) {
    this.name = name;
    this.problems = new Problems(name);
  }

  MaturityModel read(String yaml) {
    Optional<MaturityModel> model =
        YamlDocument.read(yaml, problems)
            .flatMap(tree -> Section.of(tree, "", problems))
            .flatMap(root -> document(root, digest(yaml)));
    problems.refuseIfAny();
    return model.orElseThrow(
        () -> new IllegalStateException(name + " was neither read nor refused"));
  }

  private Optional<MaturityModel> document(Section root, String digest) {
    Optional<Head> head = root.section("model").flatMap(this::head);
    Map<String, Dimension> dimensions =
        root.section("dimensions")
            .map(section -> new DimensionReader(problems).read(section))
            .orElse(Map.of());
    Map<String, Predicate> terms =
        root.optionalSection("terms")
            .map(section -> new TermReader(problems).read(section))
            .orElse(Map.of());
    Map<String, IndicatorDraft> drafts =
        root.section("indicators").map(section -> indicators(section, terms)).orElse(Map.of());
    Map<String, Composite> composites =
        new CompositeReader(dimensions.keySet(), problems).read(root.optionalSection("composites"));
    LevelRules levels =
        new LevelReader(drafts.keySet(), problems).read(root.optionalSection("levels"));
    root.close();
    new ModelChecks(dimensions, drafts, composites, problems).run();
    return problems.count() > 0
        ? Optional.empty()
        : head.map(known -> model(known, digest, dimensions, drafts, composites, levels));
  }

  private static MaturityModel model(
      Head head,
      String digest,
      Map<String, Dimension> dimensions,
      Map<String, IndicatorDraft> drafts,
      Map<String, Composite> composites,
      LevelRules levels) {
    TreeMap<String, Indicator> indicators = new TreeMap<>();
    drafts.forEach((id, draft) -> draft.indicator().ifPresent(whole -> indicators.put(id, whole)));
    return new MaturityModel(
        head.id,
        head.version,
        digest,
        head.prior,
        head.power,
        new TreeMap<>(dimensions),
        indicators,
        composites,
        levels);
  }

  private Map<String, IndicatorDraft> indicators(Section section, Map<String, Predicate> terms) {
    Map<String, IndicatorDraft> drafts = new TreeMap<>();
    MeasureReader measures = new MeasureReader(terms, problems);
    for (Map.Entry<String, Tree> entry : section.entries().entrySet()) {
      Section.of(entry.getValue(), section.path() + "." + entry.getKey(), problems)
          .map(inner -> new IndicatorReader(entry.getKey(), inner, measures).read())
          .ifPresent(draft -> drafts.put(entry.getKey(), draft));
    }
    return drafts;
  }

  private Optional<Head> head(Section section) {
    Optional<String> id = section.text("id");
    Optional<String> version = section.text("version").filter(text -> versioned(section, text));
    Optional<Double> prior = boxed(section, "prior");
    Optional<Double> power = section.section("outer").flatMap(this::power);
    section.close();
    return id.isPresent() && version.isPresent() && prior.isPresent() && power.isPresent()
        ? Optional.of(new Head(id.get(), version.get(), prior.get(), power.get()))
        : Optional.empty();
  }

  private Optional<Double> power(Section outer) {
    outer
        .text("mean")
        .filter(mean -> !mean.equals("power"))
        .ifPresent(mean -> outer.problem("mean", "unknown mean " + mean, "write power"));
    Optional<Double> power = boxed(outer, "p");
    outer.close();
    return power;
  }

  private static Optional<Double> boxed(Section section, String key) {
    return section.number(key, 0, 1).stream().boxed().findFirst();
  }

  private static boolean versioned(Section section, String text) {
    boolean semantic = VERSION.matcher(text).matches();
    if (!semantic) {
      section.problem("version", text + " is no version", "write major.minor.patch, such as 1.0.0");
    }
    return semantic;
  }

  private static String digest(String yaml) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Head(String id, String version, double prior, double power) {}
}
