// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.regex.Pattern;

/**
 * What a platform charges by, such as {@code warehouse_seconds} or {@code dbu}.
 *
 * @param name lower-case letters, digits and underscores, at most 63, so that it is a metric label
 *     and a column name as it is
 */
public record CostUnit(String name) implements Comparable<CostUnit> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** Requests made, whatever a platform charges by. */
  public static final CostUnit CALLS = new CostUnit("calls");

  /** Bytes of payload read, whatever a platform charges by. */
  public static final CostUnit BYTES = new CostUnit("bytes");

  public CostUnit {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a unit of cost is named by lower-case letters, digits and underscores, like"
              + " warehouse_seconds, not '"
              + name
              + "'");
    }
  }

  @Override
  public int compareTo(CostUnit other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
