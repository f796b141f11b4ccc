// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import java.time.Instant;
import java.util.Comparator;

/**
 * A row of a scripted stream that shows late and changes after first sight.
 *
 * @param at event time
 * @param id breaks ties of {@code at}
 * @param seen from when the source shows it
 * @param early its value until {@code changes}
 * @param changes from when it has its final value
 */
public record ExampleRow(
    Instant at, long id, String key, Instant seen, double early, Instant changes, double value) {
  static final Comparator<ExampleRow> ORDER =
      Comparator.comparing(ExampleRow::at).thenComparing(ExampleRow::id);

  /** A row that is there at once and stays as it is. */
  public static ExampleRow of(Instant at, long id, String key, double value) {
    return new ExampleRow(at, id, key, at, value, at, value);
  }

  double valueAt(Instant now) {
    return now.isBefore(changes) ? early : value;
  }
}
