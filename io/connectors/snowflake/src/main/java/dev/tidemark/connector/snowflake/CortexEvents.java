// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.NormaliseContext;
import java.util.Locale;

/** What a record of the stream {@code cortex_usage} says in standard metrics. */
final class CortexEvents implements Events {
  private static final String PROVIDER = "snowflake";

  @Override
  public void normalise(Facts usage, NormaliseContext context, Emitter emitter) {
    Emitter within = emitter.at(usage.instant("start_time"));
    String operation = usage.text("function_name").toLowerCase(Locale.ROOT);
    for (Facts metric : usage.list("metrics")) {
      Facts key = metric.object("key");
      if (key.text("unit").equals("tokens")) {
        within.histogram(
            MetricNames.TOKENS,
            metric.number("value"),
            null,
            People.attributes(
                "gen_ai.operation.name",
                operation,
                "gen_ai.provider.name",
                PROVIDER,
                "gen_ai.token.type",
                key.text("metric")));
      }
    }
    usage
        .findText("user_name")
        .ifPresent(
            user ->
                within.member(
                    MetricNames.SEAT_ACTIVE,
                    Subjects.user(context, user),
                    People.attributes("product", "cortex")));
  }
}
