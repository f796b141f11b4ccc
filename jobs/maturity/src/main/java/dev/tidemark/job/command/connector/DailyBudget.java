// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.spi.ConnectorType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What reading a connector may cost in a day of UTC: by the units its type charges by, and by calls
 * and bytes.
 */
record DailyBudget(Problems problems, Optional<Tree> given) {
  private static final String REMEDY =
      "write how much of each unit a day may cost, such as dbu: 20";

  /** The budget; what is wrong with it becomes a problem. */
  Cost of(ConnectorType type) {
    List<String> units =
        Stream.concat(
                type.description().charges().stream().map(charge -> charge.unit()),
                Stream.of(CostUnit.CALLS, CostUnit.BYTES))
            .map(CostUnit::name)
            .toList();
    Cost budget = Cost.none();
    if (given.isPresent() && given.get() instanceof Tree.Mapping mapping) {
      for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
        budget = budget.plus(amount(entry.getKey(), entry.getValue(), units));
      }
    } else {
      given.ifPresent(
          tree ->
              problems.add("budget", tree.line(), tree.description() + " is no budget", REMEDY));
    }
    return budget;
  }

  private Cost amount(String unit, Tree tree, List<String> units) {
    String path = "budget." + unit;
    if (!units.contains(unit)) {
      problems.add(
          path, tree.line(), "its type does not charge by it", NearestName.remedy(unit, units));
      return Cost.none();
    }
    try {
      BigDecimal amount = new BigDecimal(tree instanceof Tree.Scalar it ? it.text() : "");
      Cost cost = Cost.of(unit, amount);
      if (!cost.isNone()) {
        return cost;
      }
    } catch (IllegalArgumentException noAmount) {
      // Said below, as for zero: nothing could ever be read with it.
    }
    problems.add(path, tree.line(), tree.description() + " is no amount above zero", REMEDY);
    return Cost.none();
  }
}
