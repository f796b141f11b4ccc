// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * A scripted stream of rows in order of time. With a latency it is read as a settled part and a
 * provisional tail, without one everything is settled at once.
 */
public final class ExampleRows extends ExampleStream {
  private final Duration latency;
  private final ConcurrentSkipListSet<ExampleRow> rows =
      new ConcurrentSkipListSet<>(ExampleRow.ORDER);
  private final AtomicLong ids = new AtomicLong();
  private final ExampleExtras extras = new ExampleExtras();
  private volatile IntSupplier pageSizes = () -> Integer.MAX_VALUE;

  ExampleRows(Duration latency) {
    this.latency = latency;
  }

  /** Adds a row that is there at once and stays as it is. */
  public void append(Instant at, String key, double value) {
    append(ExampleRow.of(at, ids.incrementAndGet(), key, value));
  }

  /** Adds a row. */
  public void append(ExampleRow row) {
    rows.add(row);
  }

  /** Every row, in order. */
  public List<ExampleRow> rows() {
    return List.copyOf(rows);
  }

  /** Takes a row away. */
  public void remove(ExampleRow row) {
    rows.remove(row);
  }

  /** Takes every row away. */
  public void clear() {
    rows.clear();
  }

  /** What rows hold beside their own fields. */
  public ExampleExtras extras() {
    return extras;
  }

  /** Pages hold at most this many rows, asked for each anew. */
  public void pageSizes(IntSupplier sizes) {
    pageSizes = sizes;
  }

  @Override
  Fetched page(FetchRequest request, Instant now) {
    int size = Math.min(request.maximumRecords(), pageSizes.getAsInt());
    List<ExampleRow> ready = ready(request, now, size + 1L);
    List<ExampleRow> page = ready.subList(0, Math.min(size, ready.size()));
    Instant settle = request.upper().minus(latency);
    boolean more = page.size() < ready.size();
    List<Change> changes = page.stream().map(row -> change(row, settle, now)).toList();
    return new Fetched(
        changes,
        next(request, page, settle, more),
        more,
        null,
        more ? null : settle,
        new Volume(1, changes.size(), bytes(changes), 1));
  }

  private List<ExampleRow> ready(FetchRequest request, Instant now, long most) {
    ExamplePlace after = ExamplePlace.of(request.position().position());
    return rows.tailSet(after.row(), false).stream()
        .takeWhile(row -> !row.at().isAfter(request.upper()))
        .filter(row -> !row.seen().isAfter(now))
        .limit(most)
        .toList();
  }

  private static ReadPosition next(
      FetchRequest request, List<ExampleRow> page, Instant settle, boolean more) {
    Cursor settled =
        page.stream()
            .filter(row -> !row.at().isAfter(settle))
            .reduce((first, second) -> second)
            .map(row -> ExamplePlace.of(row).cursor())
            .orElse(request.position().settled());
    return more
        ? new ReadPosition(settled, ExamplePlace.of(page.get(page.size() - 1)).cursor())
        : ReadPosition.at(settled);
  }

  private Change change(ExampleRow row, Instant settle, Instant now) {
    Settlement settlement = row.at().isAfter(settle) ? Settlement.PROVISIONAL : Settlement.SETTLED;
    return new Change(Operation.UPSERT, settlement, row.key() + "/" + row.id(), payload(row, now));
  }

  private Bytes payload(ExampleRow row, Instant now) {
    return Bytes.utf8(
        "{\"at\":\"%s\",\"id\":%d,\"key\":\"%s\",\"value\":%s%s}"
            .formatted(row.at(), row.id(), row.key(), row.valueAt(now), extras.of(row.id())));
  }

  private static long bytes(List<Change> changes) {
    return changes.stream().mapToLong(change -> change.payload().length()).sum();
  }
}
