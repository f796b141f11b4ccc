// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.Window;
import java.time.LocalDate;

/** A stretch of whole days, both ends included. */
record Days(LocalDate first, LocalDate last) {
  /** The stretch of a window that ends on a day; state and last look back without end. */
  static Days of(Window window, LocalDate last) {
    return switch (window.kind()) {
      case STATE, LAST -> new Days(LocalDate.MIN, last);
      case DAYS -> new Days(last.minusDays(window.length() - 1L), last);
      case MONTHS ->
          new Days(last.plusDays(1).withDayOfMonth(1).minusMonths(window.length()), monthEnd(last));
    };
  }

  /** The same length, so many lengths earlier. */
  Days earlier(int times) {
    long length = length();
    return new Days(first.minusDays(times * length), last.minusDays(times * length));
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  long length() {
    return last.toEpochDay() - first.toEpochDay() + 1;
  }

  private static LocalDate monthEnd(LocalDate last) {
    return last.plusDays(1).withDayOfMonth(1).minusDays(1);
  }
}
