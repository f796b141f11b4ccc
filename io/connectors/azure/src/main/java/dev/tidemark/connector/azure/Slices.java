// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is kept of slices from page to page: the last one of each stream, and how much time is asked
 * for at once, which is less where much happened. What is forgotten is found out again. Safe for
 * use by several threads.
 */
final class Slices {
  private static final Duration NARROWEST = Duration.ofSeconds(1);

  private final Map<String, Span> spans = new ConcurrentHashMap<>();
  private final Map<String, Duration> widths = new ConcurrentHashMap<>();

  /**
   * A slice as it was read.
   *
   * @param upper the upper bound of the pass it was read for
   * @param from inclusive
   * @param to exclusive
   */
  record Span(Instant upper, Instant from, Instant to, Slice slice) {
    boolean isOf(Instant pass, Instant time) {
      return upper.equals(pass) && !time.isBefore(from) && time.isBefore(to);
    }
  }

  /** The slice reading goes on in, if it was the last one read for the pass. */
  Optional<Span> find(SlicedStream stream, Instant upper, Instant time) {
    return Optional.ofNullable(spans.get(name(stream))).filter(it -> it.isOf(upper, time));
  }

  void keep(SlicedStream stream, Span span) {
    spans.put(name(stream), span);
  }

  /** The pass has ended. */
  void forget(SlicedStream stream) {
    spans.remove(name(stream));
  }

  Duration width(SlicedStream stream) {
    return widths.getOrDefault(name(stream), stream.widest());
  }

  /** Too much came; whether less time can be asked for. */
  boolean narrow(SlicedStream stream) {
    Duration half = width(stream).dividedBy(2);
    boolean canBe = half.compareTo(NARROWEST) >= 0;
    if (canBe) {
      widths.put(name(stream), half);
    }
    return canBe;
  }

  /** Little came. */
  void widen(SlicedStream stream) {
    Duration twice = width(stream).multipliedBy(2);
    Duration widest = stream.widest();
    widths.put(name(stream), twice.compareTo(widest) < 0 ? twice : widest);
  }

  private static String name(SlicedStream stream) {
    return stream.description().name();
  }
}
