// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/**
 * What a unit measures. Units convert into each other within one dimension and never across. Every
 * counted thing is a dimension of its own, because one query is no number of assets and a credit is
 * no number of dollars.
 */
public record Dimension(String name) {
  static final Dimension PURE = new Dimension("number");
  static final Dimension TIME = new Dimension("time");
  static final Dimension FREQUENCY = new Dimension("frequency");
  static final Dimension INFORMATION = new Dimension("information");

  public Dimension {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a dimension needs a name");
    }
  }

  static Dimension counted(String annotation) {
    return new Dimension("count of " + annotation);
  }
}
