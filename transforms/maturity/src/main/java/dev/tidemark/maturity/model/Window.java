// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The stretch of time an indicator looks back over. */
public record Window(Kind kind, int length) {
  /** What is true now. */
  public static final Window STATE = new Window(Kind.STATE, 0);

  /** The newest value, however old. */
  public static final Window LAST = new Window(Kind.LAST, 0);

  /** How the stretch is counted. */
  public enum Kind {
    /** What is true now. */
    STATE,
    /** The newest value. */
    LAST,
    /** Whole UTC days, the present one included. */
    DAYS,
    /** Whole calendar months, the present one excluded. */
    MONTHS
  }

  public Window {
    if (length < 0 || (length == 0) != (kind == Kind.STATE || kind == Kind.LAST)) {
      throw new IllegalArgumentException("a window of " + kind + " cannot have length " + length);
    }
  }

  /** The window written as {@code state}, {@code last}, P28D or P3M. */
  public static Optional<Window> parse(String text) {
    return switch (text) {
      case "state" -> Optional.of(STATE);
      case "last" -> Optional.of(LAST);
      default -> period(text);
    };
  }

  private static Optional<Window> period(String text) {
    try {
      Period period = Period.parse(text);
      boolean months = period.toTotalMonths() > 0;
      long total = months ? period.toTotalMonths() : LocalDate.EPOCH.plus(period).toEpochDay();
      int length = Math.toIntExact(total);
      boolean plain = length > 0 && (!months || period.equals(Period.ofMonths(length)));
      return plain
          ? Optional.of(new Window(months ? Kind.MONTHS : Kind.DAYS, length))
          : Optional.empty();
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
