// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array parameter per column, for {@code unnest}: one statement carries any
 * number of rows.
 */
public final class Columns<T> {
  private final Collection<T> rows;
  private final List<Object> parameters = new ArrayList<>();

  private Columns(Collection<T> rows) {
    this.rows = rows;
  }

  public static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(rows);
  }

  /** The ids as one parameter. */
  public static Object bigints(Collection<Long> ids) {
    return new SqlArray("int8", ids.toArray());
  }

  /** The ids as one parameter. */
  public static Object uuids(Collection<UUID> ids) {
    return new SqlArray("uuid", ids.toArray());
  }

  /** The texts as one parameter. */
  public static Object texts(Collection<String> texts) {
    return new SqlArray("text", texts.toArray());
  }

  public Columns<T> text(Function<T, ?> value) {
    return add("text", value);
  }

  public Columns<T> bigint(Function<T, ?> value) {
    return add("int8", value);
  }

  public Columns<T> number(Function<T, ?> value) {
    return add("float8", value);
  }

  public Columns<T> flag(Function<T, ?> value) {
    return add("bool", value);
  }

  public Columns<T> uuid(Function<T, ?> value) {
    return add("uuid", value);
  }

  /** Instants to the microsecond. */
  public Columns<T> instant(Function<T, Instant> value) {
    return add("timestamptz", row -> timestamp(value.apply(row)));
  }

  public Columns<T> bytes(Function<T, byte[]> value) {
    parameters.add(new SqlArray("bytea", rows.stream().map(value).toArray(byte[][]::new)));
    return this;
  }

  /** One parameter per column, in the order they were named. */
  public Object[] parameters() {
    return parameters.toArray();
  }

  private Columns<T> add(String type, Function<T, ?> value) {
    parameters.add(new SqlArray(type, rows.stream().map(value).toArray()));
    return this;
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
