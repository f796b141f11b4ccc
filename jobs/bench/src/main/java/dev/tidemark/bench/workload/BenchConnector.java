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

/** One stream of the workload. */
final class BenchConnector implements Connector {
  private final int stream;
  private final Course course = Course.current();

  BenchConnector(int stream) {
    this.stream = stream;
  }

  @Override
  public Stratum stratum() {
    return BenchConnectorType.stratum(stream);
  }

  @Override
  public String budgetKey() {
    return Integer.toString(stream);
  }

  @Override
  public List<CheckResult> check() {
    return List.of(CheckResult.passed("pages", "in memory"));
  }

  @Override
  public Discovery discover() {
    return new Discovery(List.of(), List.of());
  }

  /** A page; nothing where the course does not go on yet or has ended. */
  @Override
  public Fetched fetch(FetchRequest request) {
    int page = Place.of(request.position().position());
    if (!course.admits(page)) {
      return new Fetched(List.of(), request.position(), false, null, null, Volume.none());
    }
    List<Change> changes = changes(page);
    course.shown(page);
    return new Fetched(
        changes,
        ReadPosition.at(Place.cursor(page + 1)),
        course.admits(page + 1),
        null,
        null,
        new Volume(
            1, changes.size(), (long) changes.size() * changes.get(0).payload().length(), 1));
  }

  private List<Change> changes(int page) {
    int records = course.workload().records();
    List<Change> changes = new ArrayList<>(records);
    for (int number = 0; number < records; number++) {
      byte[] json = course.pages().record(stream, page, number);
      changes.add(Change.upsert(RecordKey.of(json), Bytes.wrap(json)));
    }
    return changes;
  }

  @Override
  public void close() {}
}
