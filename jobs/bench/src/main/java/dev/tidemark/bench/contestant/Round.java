// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Workload;
import dev.tidemark.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * One reading of a workload into a database of its own.
 *
 * @param pages the file the pages are in
 * @param database its address, without a password
 * @param password the file the password is in
 * @param key the file the encryption key is in
 * @param burntNanos CPU time burnt with each page: the planted slowdown
 * @param recording where to leave a profile; empty for none
 */
public record Round(
    Workload workload,
    Path pages,
    String database,
    Path password,
    Path key,
    long burntNanos,
    String recording) {
  private static final String SEPARATOR = " ";
  private static final String NOTHING = "-";

  /** The database as Tidemark reaches it. */
  public DatabaseAccess access() {
    return DatabaseAccess.at(database).withPassword("file:" + password).withKey("file:" + key);
  }

  /** Where the driver finds the database. */
  String jdbcUrl() {
    return access().location().jdbcUrl();
  }

  /** As whom to ask it. */
  String user() {
    return access().location().user();
  }

  /** What the file of the password says. */
  String secret() {
    try {
      return Files.readString(password).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("the password in " + password + " cannot be read", failure);
    }
  }

  /** A connection of its own to the database. */
  public Connection connection() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user());
    properties.setProperty("password", secret());
    return Objects.requireNonNull(new Driver().connect(jdbcUrl(), properties));
  }

  /** In one line, for {@link #parse}. */
  public String text() {
    return String.join(
        SEPARATOR,
        workload.text(),
        pages.toString(),
        database,
        password.toString(),
        key.toString(),
        Long.toString(burntNanos),
        recording.isEmpty() ? NOTHING : recording);
  }

  /** What {@link #text} says. */
  public static Round parse(String text) {
    String[] parts = text.split(SEPARATOR);
    return new Round(
        Workload.parse(parts[0]),
        Path.of(parts[1]),
        parts[2],
        Path.of(parts[3]),
        Path.of(parts[4]),
        Long.parseLong(parts[5]),
        parts[6].equals(NOTHING) ? "" : parts[6]);
  }
}
