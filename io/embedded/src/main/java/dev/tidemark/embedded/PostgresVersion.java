// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL release, ordered by age.
 *
 * @param major releases of one major read each other's data directories
 * @param minor the bug-fix release
 */
public record PostgresVersion(int major, int minor) implements Comparable<PostgresVersion> {

  private static final int FIRST_NUMBERED_SO = 10;
  private static final int LAST_THINKABLE = 99;
  private static final Pattern PRINTED = Pattern.compile("\\(PostgreSQL\\) (\\d+)(?:\\.(\\d+))?");
  private static final Comparator<PostgresVersion> BY_AGE =
      Comparator.comparingInt(PostgresVersion::major).thenComparingInt(PostgresVersion::minor);

  /** Rejects anything before PostgreSQL 10, which numbered its releases otherwise. */
  public PostgresVersion {
    if (major < FIRST_NUMBERED_SO || major > LAST_THINKABLE || minor < 0) {
      throw new IllegalArgumentException("not a PostgreSQL version: " + major + "." + minor);
    }
  }

  /** What {@code postgres --version} printed; a release to come has no minor version yet. */
  static Optional<PostgresVersion> printed(String text) {
    Matcher match = PRINTED.matcher(text);
    return match.find() ? parse(match.group(1), match.group(2)) : Optional.empty();
  }

  static Optional<PostgresVersion> parse(String major, @Nullable String minor) {
    try {
      int second = minor == null || minor.isEmpty() ? 0 : Integer.parseInt(minor);
      return Optional.of(new PostgresVersion(Integer.parseInt(major), second));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }

  /** The number that {@code show server_version_num} answers with, such as 180006. */
  static PostgresVersion numbered(int number) {
    return new PostgresVersion(number / 10_000, number % 10_000);
  }

  @Override
  public int compareTo(PostgresVersion other) {
    return BY_AGE.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
