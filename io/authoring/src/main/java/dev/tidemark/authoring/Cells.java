// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes cells that come as text into records. A cell that is not what its column holds is written
 * as it came, so that the record is rejected with it and the others go on.
 *
 * @param scope what names of persons are hashed with
 * @param times reads a time; empty where the text is none
 */
public record Cells(String scope, Function<String, Optional<Instant>> times) {

  /** Writes the cell of a column; null is written as null. */
  public void put(ObjectNode record, Column column, @Nullable String cell) {
    String name = column.name();
    if (cell == null) {
      record.putNull(name);
      return;
    }
    switch (column.kind()) {
      case TEXT, ARRAY -> record.put(name, cell);
      case PERSON -> record.put(name, Persons.hash(scope, cell));
      case INTEGER, NUMBER -> number(record, name, cell);
      case FLAG -> flag(record, name, cell);
      case TIME -> record.put(name, times.apply(cell).map(Instant::toString).orElse(cell));
    }
  }

  private static void number(ObjectNode record, String name, String cell) {
    try {
      record.put(name, new BigDecimal(cell));
    } catch (NumberFormatException unusable) {
      record.put(name, cell);
    }
  }

  private static void flag(ObjectNode record, String name, String cell) {
    switch (cell) {
      case "true", "1" -> record.put(name, true);
      case "false", "0" -> record.put(name, false);
      default -> record.put(name, cell);
    }
  }
}
