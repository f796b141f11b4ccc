// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.util.List;

/**
 * What the levels ask for (scoring model, section 2.8).
 *
 * @param coverage the coverage levels 1 to 5 need
 * @param gates the indicators levels need
 */
public record LevelRules(List<Double> coverage, List<Gate> gates) {
  /** The highest level. */
  public static final int HIGHEST = 5;

  /** The coverages of the published method, no gates. */
  public static final LevelRules STANDARD = new LevelRules(List.of(.4, .5, .6, .7, .8), List.of());

  public LevelRules {
    coverage = List.copyOf(coverage);
    gates = List.copyOf(gates);
    if (coverage.size() != HIGHEST) {
      throw new IllegalArgumentException(
          "levels 1 to 5 need five coverages, not " + coverage.size());
    }
  }

  /** The coverage a level needs; level 0 needs what level 1 does, below it nothing is rated. */
  public double coverageFor(int level) {
    return coverage.get(Math.max(0, level - 1));
  }

  /** The coverage below which nothing is rated. */
  public double ratedFrom() {
    return coverage.get(0);
  }

  /** The gates a level has to pass, those of the levels below included. */
  public List<Gate> gatesFor(int level) {
    return gates.stream().filter(gate -> gate.level() <= level).toList();
  }
}
