// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Locale;
import java.util.Map;

/**
 * What an hour of usage at list prices says in standard metrics. Retractions are in the sum; an
 * hour that comes to less than nothing costs nothing.
 */
final class CostEvents implements Events {
  @Override
  public void normalise(Facts hour, NormaliseContext context, Emitter emitter) {
    double amount = hour.number("amount");
    if (!hour.text("currency").equals("USD")) {
      return;
    }
    emitter.sum(
        MetricNames.COST,
        Math.max(0, amount),
        null,
        Attributes.of(
            Map.of(
                "service", hour.text("product").toLowerCase(Locale.ROOT),
                "allocated", Boolean.toString(hour.flag("allocated")),
                "currency", "USD")));
  }
}
