// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;
import java.util.TreeMap;

/** What records about what lies in Redshift say in standard metrics. */
final class TableEvents {
  private static final double MEGABYTE = 1 << 20;

  private TableEvents() {}

  static void table(Facts table, NormaliseContext context, Emitter emitter) {
    Subject subject =
        WarehouseFields.of(table)
            .table(kind(table), table.text("schema_name"), table.text("table_name"));
    emitter.state(MetricNames.ASSET_STATE, subject, facts(table));
    if (table.count("shares") > 0) {
      emitter.state(MetricNames.EXPOSURE, subject, Map.of("exposure", "external"));
    }
  }

  static void storage(Facts database, NormaliseContext context, Emitter emitter) {
    emitter.gauge(
        MetricNames.ASSET_SIZE,
        (double) database.count("megabytes") * MEGABYTE,
        Urns.connector(context.stratum()),
        Attributes.of(
            Map.of("asset.kind", "table", "database", WarehouseFields.of(database).address())));
  }

  private static String kind(Facts table) {
    return table.text("table_type").contains("view") ? "view" : "table";
  }

  private static Map<String, String> facts(Facts table) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", kind(table));
    table.findFlag("owned").ifPresent(owned -> facts.put("owner.present", owned.toString()));
    facts.put("described", Boolean.toString(isDescribed(table)));
    if (kind(table).equals("view")) {
      facts.put("derived", "true");
    }
    facts.put("database", table.text("database"));
    facts.put("region", table.text("region"));
    facts.put("columns", Long.toString(table.count("column_count")));
    facts.put("columns.described", Long.toString(table.count("columns_described")));
    return facts;
  }

  /** A text for the table and for at least four columns in five. */
  private static boolean isDescribed(Facts table) {
    return table.flag("commented")
        && table.count("columns_described") * 5 >= table.count("column_count") * 4;
  }
}
