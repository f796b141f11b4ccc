// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Each table, partitioned table, view, materialised view and foreign table of every database. */
final class TablesStream implements ServerPart {
  private final TableEvents events = new TableEvents();

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "tables",
        "Tables and views: size, rows, use, comments, owner, constraints, policies, lineage",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.ASSET_STATE,
            MetricNames.LINEAGE,
            MetricNames.ASSET_READ,
            MetricNames.ASSET_WRITE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("database", "string", "name of its database"),
        new Field("schema", "string", "name of its schema"),
        new Field("name", "string", "its name"),
        new Field("oid", "integer", "number in its database"),
        new Field(
            "kind", "string", "table, partitioned_table, view, materialized_view or foreign_table"),
        new Field("owner", "integer", "number of the owning role"),
        new Field("size_bytes", "integer", "with indexes, TOAST and partitions; null if unknown"),
        new Field("row_estimate", "integer", "planner's estimate; null if never analysed"),
        new Field("partitions", "integer", "partitions that store rows"),
        new Field("described", "boolean", "whether it has a comment"),
        new Field("columns", "integer", "how many"),
        new Field("columns_described", "integer", "how many have a comment"),
        new Field("columns_not_null", "integer", "how many refuse null"),
        new Field("primary_keys", "integer", "0 or 1"),
        new Field("foreign_keys", "integer", "how many"),
        new Field("unique_constraints", "integer", "how many"),
        new Field("check_constraints", "integer", "how many"),
        new Field("row_security", "boolean", "whether row-level security is on"),
        new Field("row_security_forced", "boolean", "whether it holds for the owner too"),
        new Field("policies", "integer", "row-level policies"),
        new Field("granted_to_public", "boolean", "whether PUBLIC holds any privilege on it"),
        new Field("published", "boolean", "whether a publication sends its changes"),
        new Field("labels_in_use", "boolean", "whether its database has security labels"),
        new Field("label", "string", "its security label"),
        new Field("upstream", "integer", "relations a view is made from; null for tables"),
        new Field(
            "counters", "array", "part (partition), reads, writes, last_read (PostgreSQL 16+)"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("database", "schema", "name");
  }

  @Override
  public Fetched fetch(Visit visit, PageDraft draft) {
    return new TablesPass(visit, draft).page();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }
}
