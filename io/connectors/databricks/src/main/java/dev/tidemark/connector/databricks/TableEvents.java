// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What a record of the stream {@code tables} says in standard metrics. */
final class TableEvents implements Events {
  /** By the number statements have for them. */
  private static final List<String> CLASSES =
      List.of("public", "internal", "sensitive", "regulated");

  @Override
  public void normalise(Facts table, NormaliseContext context, Emitter emitter) {
    String name =
        String.join(
            ".", table.text("catalog_name"), table.text("schema_name"), table.text("table_name"));
    Subject subject = Subjects.table(context, table.text("table_type"), name);
    emitter.state(MetricNames.ASSET_STATE, subject, facts(table));
    long sensitive = table.count("sensitive_columns");
    if (sensitive > 0) {
      double covered = (double) table.count("protected_columns");
      Attributes attributes =
          classOf(table).map(it -> Attributes.of("class", it)).orElse(Attributes.none());
      emitter.ratio(MetricNames.PROTECTION, covered, (double) sensitive, subject, attributes);
    }
    table
        .findCount("shares")
        .ifPresent(
            shares ->
                emitter.state(
                    MetricNames.EXPOSURE,
                    subject,
                    Map.of("exposure", shares > 0 ? "external" : "private")));
  }

  private static Map<String, String> facts(Facts table) {
    Map<String, String> facts = new TreeMap<>();
    String kind = Subjects.kind(table.text("table_type"));
    facts.put("asset.kind", kind);
    facts.put("owner.present", Boolean.toString(table.flag("owned")));
    facts.put("described", Boolean.toString(isDescribed(table)));
    facts.put("certified", Boolean.toString(table.flag("certified")));
    facts.put("retention", Boolean.toString(table.flag("retention")));
    if (!kind.equals("table")) {
      facts.put("derived", "true");
    }
    classOf(table).ifPresent(it -> facts.put("class", it));
    table.findInstant("created_micros").ifPresent(it -> facts.put("known.day", Emitter.day(it)));
    facts.put("database", table.text("catalog_name"));
    return facts;
  }

  /** A text for the table and for at least four columns in five. */
  private static boolean isDescribed(Facts table) {
    return table.flag("commented")
        && table.count("columns_described") * 5 >= table.count("column_count") * 4;
  }

  /** The table's own class, or that of its columns where they are stricter. */
  private static Optional<String> classOf(Facts table) {
    long columns = table.count("strictest");
    OptionalLong own = table.findCount("own_class");
    return own.isEmpty() && columns == 0
        ? Optional.empty()
        : Optional.of(CLASSES.get(Math.toIntExact(Math.max(columns, own.orElse(0)))));
  }
}
