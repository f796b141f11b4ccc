// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

/** How late things show: mostly soon, one in a hundred about as late as it gets. */
final class Lateness {
  private Lateness() {}

  static double of(Chance chance) {
    double share = chance.about("lateness").share();
    if (share < 0.9) {
      return share / 2;
    }
    return share < 0.99 ? share - 0.05 : share;
  }
}
