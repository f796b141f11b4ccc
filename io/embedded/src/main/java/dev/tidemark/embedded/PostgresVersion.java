// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A PostgreSQL release, ordered by age.
 *
 * @param major releases of one major read each other's data directories
 * @param minor the bug-fix release
 */
public record PostgresVersion(int major, int minor) implements Comparable<PostgresVersion> {

  private static final Pattern NUMBERS = Pattern.compile("(\\d{2})\\.(\\d+)");
  private static final Comparator<PostgresVersion> BY_AGE =
      Comparator.comparingInt(PostgresVersion::major).thenComparingInt(PostgresVersion::minor);

  /** Rejects anything before PostgreSQL 10, which numbered its releases otherwise. */
  public PostgresVersion {
    if (major < 10 || minor < 0) {
      throw new IllegalArgumentException("not a PostgreSQL version: " + major + "." + minor);
    }
  }

  /** The last version named in {@code text}, such as a jar's name or {@code postgres --version}. */
  static Optional<PostgresVersion> lastIn(String text) {
    return NUMBERS.matcher(text).results().reduce((first, last) -> last).map(PostgresVersion::of);
  }

  private static PostgresVersion of(MatchResult match) {
    return new PostgresVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
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
