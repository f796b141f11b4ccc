// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.StreamState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a row, if anything. */
final class HistoryCheck {
  private final HistoryDatabase database;
  private final Ledger ledger;
  private final StreamId stream;
  private final LateSource source;
  private final Expectations expectations;

  HistoryCheck(HistoryDatabase database, LateSource source, Expectations expectations) {
    this.database = database;
    this.ledger = database.ledger();
    this.stream = database.stream();
    this.source = source;
    this.expectations = expectations;
  }

  /** The row under whichever lease it carries; empty where it carries none. */
  Optional<StreamState> row() {
    return holder().flatMap(it -> ledger.streams().load(stream, it.lease(), Instant.EPOCH));
  }

  Optional<LeaseHolder> holder() {
    return Optional.ofNullable(ledger.leases().holders(List.of(stream)).get(stream));
  }

  /**
   * Settled rows are counted exactly once at their final value or wait among the rejected ones, no
   * row is settled and in a tail, the tail is what was read of it, and counted is what the counter
   * moved by.
   *
   * @param before the row as it was
   */
  Optional<String> fault(StreamState row, Optional<StreamState> before) {
    Map<WindowKey, List<Double>> known = settled(row);
    database.passedOver().forEach(key -> BadRow.of(key).addTo(known));
    if (!known.equals(wanted(Place.of(row.cursor())))) {
      return Optional.of("settled");
    }
    if (isTwice(row)) {
      return Optional.of("twice");
    }
    if (!isReadTail(row)) {
      return Optional.of("tail");
    }
    boolean counted = before.isPresent() && !before.get().readings().isEmpty();
    return counted && missed(before.get()) != missed(row)
        ? Optional.of("counter")
        : Optional.empty();
  }

  /** Whether everything that was passed over counts by now. */
  boolean nothingIsPassedOver() {
    return database.passedOver().isEmpty();
  }

  private boolean isReadTail(StreamState row) {
    return holder()
        .flatMap(it -> expectations.tails(it.lease(), row.sequence()))
        .map(tails -> tails.contains(tail(row)))
        .orElse(true);
  }

  private static Map<WindowKey, Partial> tail(StreamState row) {
    Map<WindowKey, Partial> tail = new HashMap<>();
    for (WindowChange window : row.windows()) {
      if (!window.tail().isEmpty()) {
        tail.put(window.key(), window.tail());
      }
    }
    return tail;
  }

  private static boolean isTwice(StreamState row) {
    Instant settled = Place.of(row.cursor()).time();
    return row.windows().stream()
        .map(WindowChange::tail)
        .anyMatch(tail -> !tail.isEmpty() && !tail.earliest().isAfter(settled));
  }

  private Map<WindowKey, List<Double>> wanted(Place cursor) {
    Map<WindowKey, List<Double>> wanted = new HashMap<>();
    for (LateSource.Row row : source.rows()) {
      if (row.at().compareTo(cursor) <= 0) {
        wanted.merge(
            row.window(),
            List.of(1d, (double) row.last()),
            (left, right) -> List.of(left.get(0) + 1, left.get(1) + right.get(1)));
      }
    }
    return wanted;
  }

  private static Map<WindowKey, List<Double>> settled(StreamState row) {
    Map<WindowKey, List<Double>> settled = new HashMap<>();
    for (WindowChange window : row.windows()) {
      Partial partial = window.settled();
      if (window.key().metric().equals(HistoryReader.ROWS) && !partial.isEmpty()) {
        settled.put(window.key(), List.of((double) partial.count(), partial.sum()));
      }
    }
    return settled;
  }

  /** What was counted before the first reading: it never changes. */
  private static double missed(StreamState row) {
    double counted =
        row.windows().stream()
            .filter(window -> window.key().metric().equals(HistoryReader.COUNTER))
            .mapToDouble(window -> window.settled().sum())
            .sum();
    return row.readings().stream().mapToDouble(Reading::value).sum() - counted;
  }
}
