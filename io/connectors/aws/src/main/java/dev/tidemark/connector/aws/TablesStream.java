// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each table and view of the Glue Data Catalog. */
final class TablesStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "glue_tables",
        "Tables of the Glue Data Catalog: owner, comments, class, schema, last update",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.CATALOGUE,
        List.of(MetricNames.ASSET_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("namespace", "string", "ARN of the catalog, as OpenLineage names it"),
        new Field("region", "string", "where the catalog lies"),
        new Field("database", "string", "its database"),
        new Field("name", "string", "its name"),
        new Field("type", "string", "EXTERNAL_TABLE, VIRTUAL_VIEW or the like"),
        new Field("view", "boolean", "whether it is a view"),
        new Field("created_at", "string", "when it was made"),
        new Field("updated_at", "string", "when its entry last changed"),
        new Field("accessed_at", "string", "when it was last accessed, where engines say so"),
        new Field("described", "boolean", "whether it has a description"),
        new Field("columns", "integer", "columns and partition keys"),
        new Field("columns_described", "integer", "those with a comment"),
        new Field("owner_present", "boolean", "whether somebody is named as owner"),
        new Field("class", "string", "how sensitive a parameter says it is; null without"),
        new Field("schema_registered", "boolean", "whether its schema is one of a registry"),
        new Field("lake_formation", "boolean", "whether Lake Formation rules over it"),
        new Field("location", "string", "where its data lies"),
        new Field("format", "string", "such as parquet"),
        new Field("row_estimate", "integer", "as a crawler counted; null without"),
        new Field("size_bytes", "integer", "as a crawler measured; null without"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("region", "database", "name");
  }

  @Override
  public List<Part> parts(Session session) {
    return Regions.divided(session, region -> Catalog.databases(session, region));
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    List<Item<Session>> items = new ArrayList<>();
    TableRecord writer = new TableRecord(session, part, fields());
    Catalog.tables(
        session,
        part.place(),
        part.name(),
        table -> {
          ObjectNode record = writer.of(table);
          items.add(Item.of(part.path() + Keys.encoded(table.name()), record));
        });
    return items;
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    emitter.state(MetricNames.ASSET_STATE, subject(record), facts(record));
  }

  /** A table as OpenLineage names it. */
  static Subject subject(Facts record) {
    String kind = record.flag("view") ? "view" : "table";
    return new Subject(
        kind, urn(record.text("namespace"), record.text("database"), record.text("name")));
  }

  static String urn(String namespace, String database, String table) {
    return namespace + "/table/" + database + "/" + table;
  }

  private static Map<String, String> facts(Facts record) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", record.flag("view") ? "view" : "table");
    facts.put("owner.present", Boolean.toString(record.flag("owner_present")));
    facts.put("described", Boolean.toString(isDescribed(record)));
    facts.put("contract", Boolean.toString(record.flag("schema_registered")));
    if (record.flag("view")) {
      facts.put("derived", "true");
    }
    record.findText("class").ifPresent(it -> facts.put("class", it));
    record.findInstant("updated_at").ifPresent(it -> facts.put("write.day", Emitter.day(it)));
    record.findInstant("accessed_at").ifPresent(it -> facts.put("read.day", Emitter.day(it)));
    facts.put("database", record.text("database"));
    facts.put("region", record.text("region"));
    facts.put("columns", Long.toString(record.count("columns")));
    facts.put("columns.described", Long.toString(record.count("columns_described")));
    facts.put("lake.formation", Boolean.toString(record.flag("lake_formation")));
    record.findText("format").ifPresent(it -> facts.put("format", it));
    record.findCount("row_estimate").ifPresent(it -> facts.put("row.estimate", Long.toString(it)));
    record.findCount("size_bytes").ifPresent(it -> facts.put("size.bytes", Long.toString(it)));
    return facts;
  }

  /** A text for the table and for at least four columns in five. */
  private static boolean isDescribed(Facts record) {
    return record.flag("described")
        && record.count("columns_described") * 5 >= record.count("columns") * 4;
  }
}
