// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What a record of the stream {@code data_quality} says in standard metrics. */
final class CheckEvents implements Events {
  /** What the vendor's own functions look at. */
  private static final Map<String, String> DIMENSIONS =
      Map.of(
          "NULL_COUNT", "completeness",
          "NULL_PERCENT", "completeness",
          "BLANK_COUNT", "completeness",
          "BLANK_PERCENT", "completeness",
          "DUPLICATE_COUNT", "uniqueness",
          "UNIQUE_COUNT", "uniqueness",
          "FRESHNESS", "timeliness",
          "ROW_COUNT", "volume",
          "ACCEPTED_VALUES", "validity");

  @Override
  public void normalise(Facts check, NormaliseContext context, Emitter emitter) {
    Subject subject =
        Subjects.table(
            context,
            "table",
            check.text("database_name"),
            check.text("schema_name"),
            check.text("name"));
    emitter.state(MetricNames.CHECK_LAST, subject, Map.of("check.day", Emitter.day(emitter.at())));
    if (check.knows("violated")) {
      String dimension = DIMENSIONS.getOrDefault(check.text("metric_name"), "other");
      emitter.ratio(
          MetricNames.CHECK,
          check.flag("violated") ? 0 : 1,
          1,
          null,
          People.attributes("check.dimension", dimension));
    }
  }
}
