// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What hours of statements and reads say in standard metrics. */
final class UseEvents {
  private UseEvents() {}

  /** An hour in which somebody's statements of a sort ended in one way. */
  static void queried(Facts hour, NormaliseContext context, Emitter emitter) {
    boolean succeeded = hour.text("status").equals("success");
    double count = (double) hour.count("statement_count");
    String kind = hour.text("kind");
    if (hour.text("sort").equals("use")) {
      emitter.sum(
          MetricNames.QUERY,
          count,
          null,
          Attributes.of(Map.of("consumer", kind, "outcome", outcome(hour.text("status")))));
    }
    if (succeeded && hour.text("sort").equals("change")) {
      emitter.sum(MetricNames.OBJECT_CHANGE, count, null, Attributes.of("actor", kind));
      shape(hour, count, emitter);
    }
    if (succeeded && hour.holds("superuser")) {
      emitter.member(
          MetricNames.USED,
          UserEvents.grant(hour, context),
          Attributes.of("grant.kind", UserEvents.SUPERUSER));
    }
  }

  private static void shape(Facts hour, double count, Emitter emitter) {
    switch (hour.text("shape")) {
      case "added" ->
          emitter.sum(MetricNames.SCHEMA_CHANGE, count, null, Attributes.of("breaking", "false"));
      case "gone" ->
          emitter.sum(MetricNames.SCHEMA_CHANGE, count, null, Attributes.of("breaking", "true"));
      default -> {}
    }
  }

  private static String outcome(String status) {
    return switch (status) {
      case "success" -> "succeeded";
      case "failed" -> "failed";
      default -> "canceled";
    };
  }

  /** An hour in which somebody read a table. */
  static void read(Facts hour, NormaliseContext context, Emitter emitter) {
    Warehouse warehouse = WarehouseFields.of(hour);
    Attributes attributes =
        Attributes.of(Map.of("consumer", hour.text("kind"), "database", warehouse.address()));
    emitter.sum(MetricNames.ASSET_READ, (double) hour.count("read_count"), null, attributes);
    emitter.member(MetricNames.ASSET_READ, UserEvents.principal(hour, context), attributes);
    Subject table = warehouse.table("table", hour.text("schema_name"), hour.text("table_name"));
    emitter.state(MetricNames.ASSET_STATE, table, Map.of("read.day", Emitter.day(emitter.at())));
  }
}
