// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The feeds an indicator rests on in one stratum, taken together: as old as the oldest, as new as
 * the newest.
 */
final class FeedStatus {
  private static final double SECONDS_PER_DAY = 86_400;

  private final List<Feed> feeds;
  private final Instant asOf;
  private final Patience patience;

  FeedStatus(Collection<Feed> feeds, Instant asOf, Patience patience) {
    this.feeds = List.copyOf(feeds);
    this.asOf = asOf;
    this.patience = patience;
  }

  boolean isStarted() {
    return !feeds.isEmpty() && feeds.stream().allMatch(Feed::isStarted);
  }

  boolean isFailing() {
    return feeds.stream().anyMatch(Feed::isFailing);
  }

  boolean isOnProbation() {
    return feeds.stream()
        .anyMatch(feed -> feed.connectedSince().plus(patience.probation()).isAfter(asOf));
  }

  /** Up to when everything is there. */
  Instant completeThrough() {
    return feeds.stream()
        .map(Feed::completeThrough)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  double graceDays() {
    return feeds.stream().map(Feed::grace).mapToDouble(FeedStatus::days).max().orElse(0);
  }

  /**
   * The age of evidence that is complete up to an instant; a fault of our own stops the clock for a
   * while.
   */
  double ageDays(Instant newest) {
    Duration age = Duration.between(newest, asOf).minus(frozen(newest));
    return Math.max(0, days(age));
  }

  private Duration frozen(Instant newest) {
    return feeds.stream()
        .filter(feed -> feed.condition() == Feed.Condition.FAULT_INTERNAL)
        .map(feed -> Duration.between(latest(feed.conditionSince(), newest), asOf))
        .map(length -> length.compareTo(patience.freeze()) > 0 ? patience.freeze() : length)
        .filter(length -> !length.isNegative())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Instant latest(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }

  static double days(Duration duration) {
    return duration.toMillis() / 1e3 / SECONDS_PER_DAY;
  }
}
