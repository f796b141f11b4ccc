// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How a service says how long to wait: {@code Retry-After} (RFC 9110). */
public final class Waiting {
  private static final String RETRY_AFTER = "Retry-After";

  private Waiting() {}

  /** In seconds, rounded up. */
  public static Answer seconds(Answer refusal, Duration wait) {
    return refusal.with(RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
  }

  /** As a date, rounded up to a second. */
  public static Answer date(Answer refusal, Duration wait, Instant now) {
    Instant until = now.plus(wait).plusMillis(999);
    return refusal.with(RETRY_AFTER, date(until));
  }

  /** A date as HTTP writes it. */
  public static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
