// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a header says when to come again. */
public enum ResetForm {
  /** Seconds from now. */
  DELAY_SECONDS,
  /** Milliseconds from now. */
  DELAY_MILLISECONDS,
  /** Seconds since 1970. */
  EPOCH_SECONDS,
  /** Milliseconds since 1970. */
  EPOCH_MILLISECONDS,
  /** A date as HTTP writes it. */
  HTTP_DATE,
  /** An instant such as 2026-11-26T10:00:00Z. */
  ISO_INSTANT,
  /** Seconds from now, or a date as HTTP writes it: the header Retry-After. */
  RETRY_AFTER;

  /** Any number of digits, so that nothing overflows: thirty thousand years in milliseconds. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}(\\.[0-9]{1,9})?");

  /** Clocks that differ more than this are not set wrongly, they mean something else. */
  private static final Duration PLAUSIBLE_SKEW = Duration.ofMinutes(10);

  /** The instant a header names, never earlier than meant; empty if it cannot be read. */
  Optional<Instant> instant(String text, Head head) {
    return switch (this) {
      case DELAY_SECONDS -> seconds(text).map(delay -> head.at().plus(delay));
      case DELAY_MILLISECONDS -> millis(text).map(delay -> head.at().plus(delay));
      case EPOCH_SECONDS ->
          seconds(text).map(Instant.EPOCH::plus).map(stated -> here(stated, head));
      case EPOCH_MILLISECONDS ->
          millis(text).map(Instant.EPOCH::plus).map(stated -> here(stated, head));
      case HTTP_DATE -> HttpDate.parse(text).map(stated -> here(stated, head));
      case ISO_INSTANT -> iso(text).map(stated -> here(stated, head));
      case RETRY_AFTER -> DELAY_SECONDS.instant(text, head).or(() -> HTTP_DATE.instant(text, head));
    };
  }

  /** What the source's clock calls that instant, by this machine's clock. */
  private static Instant here(Instant stated, Head head) {
    Instant shifted =
        head.date()
            .map(theirs -> Duration.between(theirs, head.at()))
            .filter(ahead -> ahead.abs().compareTo(PLAUSIBLE_SKEW) <= 0)
            .map(stated::plus)
            .orElse(stated);
    return later(shifted, later(stated, head.at()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<Duration> seconds(String text) {
    return number(text)
        .map(number -> number.movePointRight(3).setScale(0, RoundingMode.CEILING))
        .map(millis -> Duration.ofMillis(millis.longValueExact()));
  }

  private static Optional<Duration> millis(String text) {
    return number(text)
        .map(number -> number.setScale(0, RoundingMode.CEILING))
        .map(millis -> Duration.ofMillis(millis.longValueExact()));
  }

  private static Optional<BigDecimal> number(String text) {
    String plain = text.strip();
    return NUMBER.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain).min(MOST))
        : Optional.empty();
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
