// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The current row of a result. Columns without a word about null must not be null. */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  public String text(String column) throws SQLException {
    return results.getString(column);
  }

  public long bigint(String column) throws SQLException {
    return results.getLong(column);
  }

  public double number(String column) throws SQLException {
    return results.getDouble(column);
  }

  public boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  public UUID uuid(String column) throws SQLException {
    return results.getObject(column, UUID.class);
  }

  public Instant instant(String column) throws SQLException {
    return results.getObject(column, OffsetDateTime.class).toInstant();
  }

  public LocalDate date(String column) throws SQLException {
    return results.getObject(column, LocalDate.class);
  }

  public byte[] bytes(String column) throws SQLException {
    return results.getBytes(column);
  }

  public List<String> texts(String column) throws SQLException {
    Array array = results.getArray(column);
    return List.of((String[]) array.getArray());
  }

  public Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  public Optional<Long> maybeBigint(String column) throws SQLException {
    long value = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(value);
  }

  public Optional<Double> maybeNumber(String column) throws SQLException {
    return Optional.ofNullable(results.getObject(column, Double.class));
  }

  public Optional<UUID> maybeUuid(String column) throws SQLException {
    return Optional.ofNullable(results.getObject(column, UUID.class));
  }

  public Optional<Instant> maybeInstant(String column) throws SQLException {
    return Optional.ofNullable(results.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public Optional<byte[]> maybeBytes(String column) throws SQLException {
    return Optional.ofNullable(results.getBytes(column));
  }
}
