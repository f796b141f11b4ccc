// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads what the levels of a model ask for; a model that says nothing asks what the published
 * method asks.
 */
final class LevelReader {
  private final Collection<String> indicators;
  private final Problems problems;

  LevelReader(Collection<String> indicators, Problems problems) {
    this.indicators = indicators;
    this.problems = problems;
  }

  LevelRules read(Optional<Section> section) {
    if (section.isEmpty()) {
      return LevelRules.STANDARD;
    }
    List<Double> coverage =
        section
            .get()
            .optional("coverage")
            .map(tree -> coverage(section.get(), tree))
            .orElse(List.of());
    List<Gate> gates =
        section.get().optional("gates").map(tree -> gates(section.get(), tree)).orElse(List.of());
    section.get().close();
    return new LevelRules(coverage.isEmpty() ? LevelRules.STANDARD.coverage() : coverage, gates);
  }

  private static List<Double> coverage(Section section, Tree tree) {
    Value value = section.value("coverage");
    List<Double> shares = new ArrayList<>();
    value.items(tree).forEach(item -> value.number(item, 0, 1).ifPresent(shares::add));
    boolean rising = shares.stream().sorted().toList().equals(shares);
    if (shares.size() == LevelRules.HIGHEST && rising) {
      return shares;
    }
    value.refuse(tree, "it does not rise over five values", "give the coverage of levels 1 to 5");
    return List.of();
  }

  private List<Gate> gates(Section section, Tree tree) {
    List<Gate> gates = new ArrayList<>();
    int index = 0;
    for (Tree item : section.value("gates").items(tree)) {
      String path = section.path() + ".gates[" + index++ + "]";
      Section.of(item, path, problems).flatMap(this::gate).ifPresent(gates::add);
    }
    return gates;
  }

  private Optional<Gate> gate(Section section) {
    OptionalDouble level = section.number("level", 1, LevelRules.HIGHEST);
    Optional<String> indicator = section.text("indicator").filter(name -> known(section, name));
    OptionalDouble utility = section.number("utility", 0, 1);
    Gate.Kind kind =
        section.optionalText("kind").map(text -> kind(section, text)).orElse(Gate.Kind.KEY);
    section.close();
    if (level.isEmpty() || indicator.isEmpty() || utility.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gate((int) level.getAsDouble(), indicator.get(), utility.getAsDouble(), kind));
  }

  private boolean known(Section section, String name) {
    if (!indicators.contains(name)) {
      section.problem(
          "indicator", "unknown indicator " + name, NearestName.remedy(name, indicators));
    }
    return indicators.contains(name);
  }

  private static Gate.Kind kind(Section section, String text) {
    try {
      return Gate.Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      section.problem("kind", "unknown kind " + text, "write key or critical");
      return Gate.Kind.KEY;
    }
  }
}
