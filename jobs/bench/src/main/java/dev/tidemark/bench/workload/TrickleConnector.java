// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stream that never ends: so many records at each poll, and as many pages at the first as it
 * takes to show every key once.
 */
final class TrickleConnector implements Connector {
  private static final AtomicLong POLLS = new AtomicLong();

  private final int stream;
  private final int records;
  private final TrickleText text;

  TrickleConnector(int stream, int records, TrickleText text) {
    this.stream = stream;
    this.records = records;
    this.text = text;
  }

  /** How many fetches there were in this JVM. */
  static long polls() {
    return POLLS.get();
  }

  @Override
  public Stratum stratum() {
    return new Stratum("trickle://" + stream);
  }

  @Override
  public String budgetKey() {
    return Integer.toString(stream);
  }

  @Override
  public List<CheckResult> check() {
    return List.of(CheckResult.passed("records", "made while they are read"));
  }

  @Override
  public Discovery discover() {
    return new Discovery(List.of(), List.of());
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    POLLS.incrementAndGet();
    if (records == 0) {
      return new Fetched(List.of(), request.position(), false, null, null, Volume.none());
    }
    int page = Place.of(request.position().position());
    List<Change> changes = changes(page);
    return new Fetched(
        changes,
        ReadPosition.at(Place.cursor(page + 1)),
        (page + 1L) * records < text.keys(),
        null,
        null,
        new Volume(1, changes.size(), bytes(changes), 1));
  }

  private List<Change> changes(int page) {
    List<Change> changes = new ArrayList<>(records);
    for (long number = (long) page * records; number < (page + 1L) * records; number++) {
      changes.add(Change.upsert(Long.toString(number), Bytes.wrap(text.record(number))));
    }
    return changes;
  }

  private static long bytes(List<Change> changes) {
    return changes.stream().mapToLong(change -> change.payload().length()).sum();
  }

  @Override
  public void close() {}
}
