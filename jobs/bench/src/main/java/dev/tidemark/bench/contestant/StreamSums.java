// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.Place;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plain thread holds of a stream: counts and sums of each pipeline and day. */
final class StreamSums {
  private static final long DAY = Grain.DAY.length().toSeconds();

  private final Streams streams;
  private final int stream;
  private final long firstDay;
  private final Names pipelines = new Names();
  private final Sums sums = new Sums();
  private long committed;
  private long read;

  StreamSums(Streams streams, int stream, Workload workload) {
    this.streams = streams;
    this.stream = stream;
    this.firstDay = workload.first().toEpochDay();
  }

  void add(String pipeline, long at, long errors) {
    int day = (int) (at / DAY - firstDay);
    sums.add(pipelines.number(pipeline) * Workload.DAYS + day, at, errors);
  }

  void read(int pages) {
    read = pages;
  }

  /** What changed since the last one. */
  Optional<StreamCommit> commit() {
    List<WindowChange> changed = new ArrayList<>();
    sums.takeChanged(slot -> changed.add(window(slot)));
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    StreamCommit commit =
        new StreamCommit(
            streams.id(stream),
            streams.lease(stream),
            committed,
            read,
            Place.cursor((int) read),
            changed,
            List.of(),
            List.of(),
            List.of(),
            null,
            Instant.now(),
            new Volume(read - committed, 0, 0, read - committed));
    committed = read;
    return Optional.of(commit);
  }

  private WindowChange window(int slot) {
    long day = firstDay + slot % Workload.DAYS;
    WindowKey key =
        new WindowKey(
            BenchConnectorType.stratum(stream),
            BenchConnectorType.METRIC,
            Attributes.of(BenchConnectorType.ATTRIBUTE, pipelines.name(slot / Workload.DAYS)),
            Grain.DAY,
            Instant.ofEpochSecond(day * DAY));
    return new WindowChange(key, partial(slot), Partial.empty());
  }

  private Partial partial(int slot) {
    return new Partial(
        sums.count(slot),
        sums.sum(slot),
        0,
        0,
        0,
        Instant.ofEpochSecond(sums.earliest(slot)),
        Instant.ofEpochSecond(sums.latest(slot)),
        Bytes.empty());
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeLong(read);
    pipelines.writeTo(out);
    sums.writeTo(out);
  }
}
