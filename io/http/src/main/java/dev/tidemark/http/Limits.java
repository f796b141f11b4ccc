// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.time.Duration;

/**
 * How much and how long an answer may be.
 *
 * @param patience how long a source may take to begin its answer
 * @param silence how long it may pause while answering
 * @param answerBytes how large an answer may be once decompressed
 * @param recordBytes how large one record of it may be
 * @param redirects how many redirects are followed
 */
public record Limits(
    Duration patience, Duration silence, long answerBytes, int recordBytes, int redirects) {
  private static final Limits STANDARD =
      new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 1L << 30, 16 << 20, 5);

  public Limits {
    if (patience.isNegative() || patience.isZero() || silence.isNegative() || silence.isZero()) {
      throw new IllegalArgumentException("a time limit is longer than nothing");
    }
    if (answerBytes < 1 || recordBytes < 1 || redirects < 0) {
      throw new IllegalArgumentException("an answer holds at least one byte");
    }
  }

  /** Sixty seconds to begin, thirty of silence, a gigabyte, records of sixteen megabytes. */
  public static Limits standard() {
    return STANDARD;
  }

  /** With that patience, also for silence. */
  public Limits withPatience(Duration most) {
    return new Limits(most, most, answerBytes, recordBytes, redirects);
  }

  public Limits withAnswerBytes(long most) {
    return new Limits(patience, silence, most, recordBytes, redirects);
  }

  public Limits withRecordBytes(int most) {
    return new Limits(patience, silence, answerBytes, most, redirects);
  }
}
