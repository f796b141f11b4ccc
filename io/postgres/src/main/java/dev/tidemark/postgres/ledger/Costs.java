// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Costs as a JSON object of amounts by unit. */
public final class Costs {
  private Costs() {}

  public static String json(Cost cost) {
    Map<String, String> amounts = new TreeMap<>();
    cost.amounts().forEach((unit, amount) -> amounts.put(unit.name(), amount.toPlainString()));
    return Json.text(amounts);
  }

  public static Cost parse(String json) {
    SortedMap<CostUnit, BigDecimal> amounts = new TreeMap<>();
    Json.texts(json)
        .forEach((unit, amount) -> amounts.put(new CostUnit(unit), new BigDecimal(amount)));
    return new Cost(amounts);
  }
}
