// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param position from 0
 * @param name small letters, digits and underscores, unique in its table
 * @param isSensitive whether its values need protection
 */
public record Column(int position, String name, Type type, boolean isSensitive) {
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** What it holds. */
  public enum Type {
    /** Whole numbers of 64 bits. */
    INTEGER,
    /** Numbers with two decimals. */
    DECIMAL,
    /** Text. */
    TEXT,
    /** An instant. */
    TIMESTAMP,
    /** Yes or no. */
    FLAG
  }

  /** What is written about it where it is described. */
  public String description() {
    return "The " + name.replace('_', ' ') + ".";
  }
}
