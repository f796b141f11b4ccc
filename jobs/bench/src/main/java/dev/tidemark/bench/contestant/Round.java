// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Workload;
import dev.tidemark.postgres.DatabaseAccess;
import java.nio.file.Path;

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
