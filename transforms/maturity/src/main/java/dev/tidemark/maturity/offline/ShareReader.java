// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads stated shares: they are from 0 to 1 and sum to 1 per indicator. */
final class ShareReader {
  private static final double TOLERANCE = 1e-9;

  private final MaturityModel model;
  private final Problems problems;

  ShareReader(MaturityModel model, Problems problems) {
    this.model = model;
    this.problems = problems;
  }

  Shares read(Section section) {
    Map<String, SortedMap<String, Double>> shares = new TreeMap<>();
    for (String indicator : section.entries().keySet()) {
      if (!model.indicators().containsKey(indicator)) {
        String remedy = NearestName.remedy(indicator, model.indicators().keySet());
        section.problem(indicator, "the model has no indicator " + indicator, remedy);
      }
      section.optionalSection(indicator).ifPresent(inner -> shares.put(indicator, strata(inner)));
    }
    return new Shares(shares);
  }

  private SortedMap<String, Double> strata(Section section) {
    SortedMap<String, Double> shares = new TreeMap<>();
    int before = problems.count();
    for (String stratum : section.entries().keySet()) {
      OptionalDouble share = section.number(stratum, 0, 1);
      shares.put(stratum, share.orElse(0));
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (problems.count() == before && Math.abs(sum - 1) > TOLERANCE) {
      problems.add(
          section.path(), section.line(), "the shares sum to " + sum, "make them sum to 1");
    }
    return shares;
  }
}
