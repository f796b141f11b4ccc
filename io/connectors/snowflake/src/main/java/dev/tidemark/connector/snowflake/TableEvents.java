// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a record of the stream {@code tables} says in standard metrics. */
final class TableEvents implements Events {
  /** Owned by one of these, a table is owned by whoever administers the account. */
  private static final Set<String> NOBODY =
      Set.of("ACCOUNTADMIN", "SYSADMIN", "SECURITYADMIN", "USERADMIN", "ORGADMIN", "PUBLIC");

  private static final Set<String> DERIVED = Set.of("view", "materialized_view");

  @Override
  public void normalise(Facts table, NormaliseContext context, Emitter emitter) {
    String kind = kind(table);
    Subject subject =
        Subjects.table(
            context,
            kind,
            table.text("database_name"),
            table.text("schema_name"),
            table.text("name"));
    emitter.state(MetricNames.ASSET_STATE, subject, facts(table, kind));
  }

  /** The kind in small letters; dynamic, Iceberg and hybrid tables say so themselves. */
  static String kind(Facts table) {
    if (table.holds("is_dynamic")) {
      return "dynamic_table";
    }
    if (table.holds("is_iceberg")) {
      return "iceberg_table";
    }
    return table.holds("is_hybrid") ? "hybrid_table" : Subjects.kind(table.text("kind"));
  }

  private static Map<String, String> facts(Facts table, String kind) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", kind);
    facts.put("owner.present", Boolean.toString(isOwned(table)));
    table
        .findCount("column_count")
        .ifPresent(
            columns -> facts.put("described", Boolean.toString(isDescribed(table, columns))));
    if (DERIVED.contains(kind) || table.holds("is_dynamic")) {
      facts.put("derived", "true");
    }
    details(table, facts);
    return facts;
  }

  private static boolean isOwned(Facts table) {
    return table
        .findText("owner_role")
        .map(role -> !NOBODY.contains(role.toUpperCase(Locale.ROOT)))
        .orElse(false);
  }

  /** A text for the table and for at least four columns in five. */
  private static boolean isDescribed(Facts table, long columns) {
    return table.findText("comment").filter(text -> !text.isBlank()).isPresent()
        && table.findCount("columns_described").orElse(0) * 5 >= columns * 4;
  }

  /** Kept with the asset for people to look at and never scored. */
  private static void details(Facts table, Map<String, String> facts) {
    facts.put("database", table.text("database_name"));
    table.findCount("bytes").ifPresent(bytes -> facts.put("size.bytes", Long.toString(bytes)));
    table.findCount("row_count").ifPresent(rows -> facts.put("row.estimate", Long.toString(rows)));
    table.findCount("column_count").ifPresent(it -> facts.put("columns", Long.toString(it)));
    table
        .findCount("columns_described")
        .ifPresent(it -> facts.put("columns.described", Long.toString(it)));
    table
        .findCount("time_travel_days")
        .ifPresent(days -> facts.put("time.travel.days", Long.toString(days)));
  }
}
