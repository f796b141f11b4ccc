// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

/** Counts steps and gives up when there are too many: what should end does not. */
final class Steps {
  private final int most;
  private int taken;

  Steps(int most) {
    this.most = most;
  }

  void next(String what) {
    taken++;
    if (taken > most) {
      throw new AssertionError(what + " has not come to an end after " + most + " steps");
    }
  }
}
