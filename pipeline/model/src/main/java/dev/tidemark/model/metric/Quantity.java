// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/**
 * What a unit measures. Units convert into each other within one quantity and never across. Every
 * counted thing is a quantity of its own, because one query is no number of assets and a credit is
 * no number of dollars.
 */
public record Quantity(String name) {
  static final Quantity PURE = new Quantity("number");
  static final Quantity TIME = new Quantity("time");
  static final Quantity FREQUENCY = new Quantity("frequency");
  static final Quantity INFORMATION = new Quantity("information");

  public Quantity {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a quantity needs a name");
    }
  }

  static Quantity counted(String annotation) {
    return new Quantity("count of " + annotation);
  }
}
