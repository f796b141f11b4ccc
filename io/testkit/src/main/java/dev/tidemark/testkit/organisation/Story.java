// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What happens to the company, by script: it gets better at every {@link Practice}; in the past
 * year it took over another company's undocumented data and a quarter of its pipelines broke for a
 * week; in the present a deployment makes a third of its assets anew without their tags, comments
 * and policies, and puts them back.
 *
 * @param present when the present begins; the year before it is history
 */
public record Story(Instant present) {
  /** When, in the present, tags, comments and policies are lost. */
  public static final Duration LAPSE = Duration.ofMinutes(4);

  /** When, in the present, they are back. */
  public static final Duration REPAIR = Duration.ofMinutes(8);

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration TAKEOVER = Duration.ofDays(100);
  private static final Duration OUTAGE = Duration.ofDays(60);
  private static final Duration OUTAGE_LENGTH = Duration.ofDays(7);
  private static final Duration HICCUP = Duration.ofMinutes(5);
  private static final Duration HICCUP_LENGTH = Duration.ofMinutes(2);

  public Story {
    Objects.requireNonNull(present, "present");
  }

  /** When history begins. */
  public Instant begin() {
    return present.minus(YEAR);
  }

  /** When the other company's data comes. */
  public Instant takeover() {
    return present.minus(TAKEOVER);
  }

  /** How far the company has come with a practice. */
  public double level(Practice practice, Instant at) {
    return Curves.of(practice).at(Duration.between(present, at));
  }

  /**
   * Whether a practice is true of something at a time.
   *
   * @param rank how late the thing's turn comes, from 0 to 1
   */
  boolean isTrue(Practice practice, double rank, Instant at) {
    return rank < level(practice, at);
  }

  /** When, up to a time, that last changed. */
  Instant changed(Practice practice, double rank, Instant at) {
    return present.plus(Curves.of(practice).lastPassing(rank, Duration.between(present, at)));
  }

  /** Whether pipelines of the affected quarter are broken. */
  public boolean isOutage(Instant at) {
    return outage().holds(at) || hiccup().holds(at);
  }

  /** When the affected pipelines were broken in the past. */
  public TimeRange outage() {
    Instant from = present.minus(OUTAGE);
    return new TimeRange(from, from.plus(OUTAGE_LENGTH));
  }

  /** When they break, briefly, in the present. */
  public TimeRange hiccup() {
    Instant from = present.plus(HICCUP);
    return new TimeRange(from, from.plus(HICCUP_LENGTH));
  }
}
