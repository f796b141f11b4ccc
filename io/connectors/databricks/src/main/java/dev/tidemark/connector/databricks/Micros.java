// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.Optional;

/** Times as the statements give and take them: microseconds since 1970, as exact as the source. */
final class Micros {
  private static final long PER_SECOND = 1_000_000;

  private Micros() {}

  static long of(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / 1_000);
  }

  /**
   * The time a cell holds.
   *
   * @throws ConnectorException of category DATA if it holds none
   */
  static Instant instant(String cell) {
    return parsed(cell)
        .orElseThrow(
            () ->
                ConnectorException.of(
                    Category.DATA, "a row's time is no number: reading stops before it"));
  }

  /** The time a cell holds; empty where it holds something else. */
  static Optional<Instant> parsed(String cell) {
    try {
      long micros = Long.parseLong(cell);
      return Optional.of(
          Instant.ofEpochSecond(
              Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000));
    } catch (NumberFormatException unusable) {
      return Optional.empty();
    }
  }
}
