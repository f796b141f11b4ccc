// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads the dimensions of a model. */
final class DimensionReader {
  private static final double TOLERANCE = 1e-9;

  private final Problems problems;

  DimensionReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The dimensions by id; one whose weight is wrong is kept with no weight, so that its indicators
   * find it.
   */
  Map<String, Dimension> read(Section section) {
    Map<String, Dimension> dimensions = new TreeMap<>();
    int before = problems.count();
    for (Map.Entry<String, Tree> entry : section.entries().entrySet()) {
      Section.of(entry.getValue(), section.path() + "." + entry.getKey(), problems)
          .ifPresent(inner -> dimensions.put(entry.getKey(), dimension(entry.getKey(), inner)));
    }
    if (problems.count() == before) {
      checkSum(section, dimensions);
    }
    return dimensions;
  }

  private Dimension dimension(String id, Section section) {
    String title = section.optionalText("title").orElse(id);
    double weight = section.number("weight", 0, 1).orElse(0);
    OptionalDouble power =
        section
            .optionalSection("mean")
            .map(
                mean -> {
                  OptionalDouble value = mean.number("p", 0, 1);
                  mean.close();
                  return value;
                })
            .orElse(OptionalDouble.empty());
    section.close();
    return new Dimension(id, title, weight, power.orElse(1));
  }

  private void checkSum(Section section, Map<String, Dimension> dimensions) {
    double sum = dimensions.values().stream().mapToDouble(Dimension::weight).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      problems.add(
          section.path(),
          section.line(),
          "the weights of the dimensions sum to " + Numbers.plain(sum),
          "make them sum to 1");
    }
  }
}
