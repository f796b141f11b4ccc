// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds data. Equal to another exactly if platform and index are.
 *
 * @param index from 0 in its account
 * @param database the highest level of its name: a database, a catalogue, a storage account
 * @param schema the next one
 * @param name unique in its schema; small letters, digits and underscores, hyphens for buckets
 * @param dropped null while it is there
 * @param sensitivity the truth, which the company may not know yet
 * @param columns empty for buckets
 */
public record Asset(
    Platform platform,
    int index,
    Kind kind,
    Layer layer,
    String database,
    String schema,
    String name,
    Instant created,
    @Nullable Instant dropped,
    Sensitivity sensitivity,
    List<Column> columns) {
  public Asset {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(sensitivity, "sensitivity");
    columns = List.copyOf(columns);
  }

  /** What it is. */
  public enum Kind {
    /** A table, or an object type with records. */
    TABLE,
    /** A view. */
    VIEW,
    /** A bucket or container of files. */
    BUCKET
  }

  /** How far from its origin it is. */
  public enum Layer {
    /** As it came. */
    RAW,
    /** Cleaned. */
    CLEAN,
    /** Made for a purpose. */
    MART
  }

  /** Whether it exists at a time. */
  public boolean exists(Instant at) {
    return !at.isBefore(created) && (dropped == null || at.isBefore(dropped));
  }

  /** Whether it is made from others. */
  public boolean isDerived() {
    return layer != Layer.RAW;
  }

  /** The columns that need protection. */
  public List<Column> sensitiveColumns() {
    return columns.stream().filter(Column::isSensitive).toList();
  }

  /** Database, schema and name, with dots between. */
  public String path() {
    return database + "." + schema + "." + name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Asset asset && asset.platform == platform && asset.index == index;
  }

  @Override
  public int hashCode() {
    return platform.hashCode() * 31 + index;
  }
}
