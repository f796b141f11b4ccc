// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.time.Instant;

/**
 * One thing that happened at a source.
 *
 * @param from it had not happened before
 * @param to it had happened by then
 * @param subject what it happened to
 * @param what happened
 * @param value how much of it, or which
 */
public record Entry(Instant from, Instant to, String subject, String what, String value) {
  private static final String BETWEEN = "\t";

  /** The value where it is a number. */
  public long amount() {
    return Long.parseLong(value);
  }

  String line() {
    return String.join(BETWEEN, from.toString(), to.toString(), subject, what, value);
  }

  static Entry of(String line) {
    String[] parts = line.split(BETWEEN, -1);
    return new Entry(
        Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2], parts[3], parts[4]);
  }
}
