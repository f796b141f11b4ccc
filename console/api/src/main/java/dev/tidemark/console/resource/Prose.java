// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write into requests, each read or refused by its place. */
final class Prose {
  private static final int LONGEST = 500;

  private Prose() {}

  /** A sentence that must be there. */
  static String required(String pointer, @Nullable String text) {
    String stripped = text == null ? "" : text.strip();
    boolean unprintable = stripped.chars().anyMatch(Character::isISOControl);
    if (stripped.isEmpty() || stripped.length() > LONGEST || unprintable) {
      throw wrong(pointer, "must be 1 to " + LONGEST + " printable characters");
    }
    return stripped;
  }

  /** A day. */
  static LocalDate day(String pointer, @Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException malformed) {
      throw wrong(pointer, "must be a day, such as 2026-01-31");
    }
  }

  private static RuntimeException wrong(String pointer, String detail) {
    Fault fault = new Fault(pointer, detail);
    return new Problem(Kind.INVALID, "Nothing was changed: see the faults.", List.of(fault))
        .thrown();
  }
}
