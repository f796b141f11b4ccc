// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What looks random and is a pure function of a seed and of what it is about.
 *
 * @param state what all of it follows from
 */
record Chance(long state) {
  private static final double SHARES = 0x1.0p53;

  /** Chance in a matter of its own, such as one person's or one hour's. */
  Chance about(long matter) {
    return new Chance(mixed(mixed(state) ^ matter));
  }

  /** Chance in a matter that has a name. */
  Chance about(String matter) {
    return about((long) matter.hashCode());
  }

  /** A number from 0, included, to 1, excluded. */
  double share() {
    return (mixed(state) >>> 11) / SHARES;
  }

  /** A number from 0 to one less than the bound. */
  int below(int bound) {
    return (int) (share() * bound);
  }

  /** A number between two, the second excluded. */
  double between(double low, double high) {
    return low + share() * (high - low);
  }

  /** Whether something of that probability happens. */
  boolean happens(double probability) {
    return share() < probability;
  }

  /** One of those. */
  <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }

  /** A count whose mean is that: the whole part, and one more as often as the rest says. */
  int count(double mean) {
    return (int) Math.floor(mean + share());
  }

  /** An identifier. */
  String id() {
    return new UUID(mixed(state ^ 1), mixed(state ^ 2)).toString();
  }

  private static long mixed(long value) {
    return new SplittableRandom(value).nextLong();
  }
}
