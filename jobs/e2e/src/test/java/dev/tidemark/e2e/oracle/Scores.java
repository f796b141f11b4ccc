// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Scores of one platform, by the published formulas (scoring model, sections 2.2, 2.4, 2.5, 2.7).
 */
record Scores(Map<String, Standing> standings) {
  /** Dimensions with their weights, then their indicators. */
  private static final List<String> DIMENSIONS =
      List.of(
          "GOV .15 OWN CLS DOC LIN RET",
          "QUA .15 COV PAS FRS MTR CTR",
          "SEC .15 MSK MFA DOR EXP PST",
          "OPS .12 SUC LTC DFR CFR RES AUT",
          "USE .12 ACT REU SLF TTA DED",
          "AIE .11 REG EVL REP VEL ADO",
          "AIG .12 MON GRD RSK DRF SEN",
          "FIN .08 ALC WST FCT UNT");

  private static final Map<String, List<String>> COMPOSITES =
      Map.of(
          "overall", List.of("GOV", "QUA", "SEC", "OPS", "USE", "AIE", "AIG", "FIN"),
          "data", List.of("GOV", "QUA", "SEC", "OPS", "USE", "FIN"),
          "ai", List.of("AIE", "AIG"));

  private static final List<Double> SHARES = List.of(0d, .15, .5, .85, .98);
  private static final List<Double> ISO_33020 = List.of(0d, .2, .5, .8, 1d);
  private static final List<Double> LEVELS = List.of(0d, .2, .4, .6, .8, 1d);

  /** Those a PostgreSQL server can tell something of. */
  static final Map<String, Standing.Published> PUBLISHED =
      Map.of(
          "GOV.OWN", new Standing.Published("GOV.OWN", .25, SHARES, ISO_33020, 30),
          "GOV.DOC", new Standing.Published("GOV.DOC", .15, SHARES, ISO_33020, 45),
          "SEC.DOR",
              new Standing.Published("SEC.DOR", .2, List.of(.9, .7, .5, .3, .15, .05), LEVELS, 30),
          "USE.DED",
              new Standing.Published(
                  "USE.DED", .15, List.of(.95, .8, .65, .5, .3, .15), LEVELS, 30));

  private static final double PRIOR = Standing.PRIOR;

  Scores {
    standings = Map.copyOf(standings);
  }

  Map<String, Expected> rows() {
    Map<String, Expected> rows = new TreeMap<>();
    for (String line : DIMENSIONS) {
      String[] words = line.split(" ");
      for (int word = 2; word < words.length; word++) {
        rows.put("evidence " + words[0] + "." + words[word], evidence(words[0], words[word]));
      }
    }
    COMPOSITES.keySet().forEach(id -> rows.put("score " + id, Expected.rounded(score(id))));
    return rows;
  }

  private Expected evidence(String dimension, String indicator) {
    Standing standing = standings.get(dimension + "." + indicator);
    return standing == null ? Expected.exactly("nothing") : Expected.rounded(standing.facts());
  }

  private String score(String composite) {
    double score = power(composite, PRIOR, it -> PRIOR + it.known() * (it.u() - PRIOR));
    double low = power(composite, 0, it -> it.known() * it.u());
    double high = power(composite, 1, it -> it.known() * it.u() + 1 - it.known());
    double coverage = mean(composite, it -> dimension(it, 0, Standing::known));
    return score + " " + low + " " + high + " " + coverage;
  }

  /** Averages the square roots, then squares. */
  private double power(String composite, double unknown, ToDoubleFunction<Standing> value) {
    double root = mean(composite, it -> Math.sqrt(dimension(it, unknown, value)));
    return root * root;
  }

  private static double mean(String composite, ToDoubleFunction<String> value) {
    List<String> members = Objects.requireNonNull(COMPOSITES.get(composite));
    double sum = 0;
    double weights = 0;
    for (String line : DIMENSIONS) {
      String[] words = line.split(" ");
      if (members.contains(words[0])) {
        weights += Double.parseDouble(words[1]);
        sum += Double.parseDouble(words[1]) * value.applyAsDouble(words[0]);
      }
    }
    return sum / weights;
  }

  private double dimension(String id, double unknown, ToDoubleFunction<Standing> value) {
    double sum = unknown;
    for (Standing standing : standings.values()) {
      if (standing.published().id().startsWith(id + ".")) {
        sum += standing.published().weight() * (value.applyAsDouble(standing) - unknown);
      }
    }
    return sum;
  }
}
