// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What hours of reads and statements say in standard metrics. */
final class UseEvents {
  private UseEvents() {}

  /** An hour in which somebody read tables of a catalogue. */
  static void read(Facts hour, NormaliseContext context, Emitter emitter) {
    Attributes attributes =
        Attributes.of(
            Map.of("consumer", hour.text("reader_kind"), "database", hour.text("catalog_name")));
    emitter.sum(MetricNames.ASSET_READ, (double) hour.count("read_count"), null, attributes);
    emitter.member(
        MetricNames.ASSET_READ, Subjects.principal(context, hour.text("reader")), attributes);
  }

  /** An hour in which somebody's statements ended in one way. */
  static void queried(Facts hour, NormaliseContext context, Emitter emitter) {
    String outcome =
        switch (hour.text("execution_status")) {
          case "FINISHED" -> "succeeded";
          case "FAILED" -> "failed";
          default -> "canceled";
        };
    Attributes attributes =
        Attributes.of(Map.of("consumer", hour.text("executed_by_kind"), "outcome", outcome));
    emitter.sum(MetricNames.QUERY, (double) hour.count("statement_count"), null, attributes);
  }
}
