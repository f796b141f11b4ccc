// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.NormaliseContext;

/**
 * What a record of the stream {@code warehouse_metering_history} says in standard metrics. Credits
 * are no money: without a price nothing is said.
 */
final class CostEvents implements Events {
  @Override
  public void normalise(Facts hour, NormaliseContext context, Emitter emitter) {
    if (!hour.knows("credit_price")) {
      return;
    }
    double price = hour.number("credit_price");
    double all = hour.number("credits_used");
    Emitter within = emitter.at(hour.instant("start_time"));
    if (hour.knows("credits_attributed") && hour.knows("credits_used_compute")) {
      double idle = idle(hour, all);
      spend((all - idle) * price, "false", hour, within);
      spend(idle * price, "true", hour, within);
    } else {
      spend(all * price, "", hour, within);
    }
  }

  /** Running that no query accounts for. */
  private static double idle(Facts hour, double all) {
    double unused = hour.number("credits_used_compute") - hour.number("credits_attributed");
    return Math.min(all, Math.max(0, unused));
  }

  private static void spend(double dollars, String idle, Facts hour, Emitter emitter) {
    String allocated = hour.knows("allocated") ? Boolean.toString(hour.holds("allocated")) : "";
    emitter.sum(
        MetricNames.COST,
        Math.max(0, dollars),
        null,
        People.attributes(
            "service", "warehouse", "allocated", allocated, "idle", idle, "currency", "USD"));
  }
}
