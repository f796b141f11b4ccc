// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.score.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What moved the score over everything in the days up to a close or to now: the days as each was
 * told, so that a card explains its period by their sum (scoring model, section 2.10).
 *
 * @param days oldest first, each from where the one before it ended
 */
record Week(List<Day> days) {
  static final Week NONE = new Week(List.of());

  private static final int DAYS = 7;

  /** A close published again is told anew to the last bit; anything else is another series. */
  private static final double ROUNDING = 1e-9;

  Week {
    days = List.copyOf(days);
  }

  /** One day more, without those that are over. */
  Week then(LocalDate day, Day next) {
    Stream<Day> kept = leadsTo(next) ? recent(day) : Stream.of();
    return new Week(Stream.concat(kept, Stream.of(next)).toList());
  }

  /** Where the period that ends with a day starts; empty if only with that day's own change. */
  Optional<LocalDate> since(LocalDate day) {
    return recent(day).map(Day::since).findFirst();
  }

  private Stream<Day> recent(LocalDate day) {
    return days.stream().filter(it -> !it.since().isBefore(day.minusDays(DAYS)));
  }

  private boolean leadsTo(Day next) {
    return !days.isEmpty()
        && Math.abs(days.get(days.size() - 1).change().to() - next.change().from()) < ROUNDING;
  }

  /** The close it starts from. */
  LocalDate since() {
    return days.get(0).since();
  }

  /** All of it as one change. */
  Change change() {
    return Change.chained(days.stream().map(Day::change).toList());
  }

  /**
   * What moved the score since a close.
   *
   * @param since the day of that close
   */
  record Day(LocalDate since, Change change) {}
}
