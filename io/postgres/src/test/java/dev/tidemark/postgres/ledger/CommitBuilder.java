// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commits, a word at a time. */
public final class CommitBuilder {
  public static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private final StreamId stream;
  private final Lease lease;
  private final long base;
  private final long sequence;
  private final List<WindowChange> windows = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final List<FactChanges> facts = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();
  private final List<RejectedRecord> passed = new ArrayList<>();
  private final List<Replay> replays = new ArrayList<>();
  private @Nullable Instant completeThrough;
  private Instant observedAt = DAY.plusSeconds(3600);
  private Cursor cursor;

  private CommitBuilder(StreamId stream, Lease lease, long base, long sequence) {
    this.stream = stream;
    this.lease = lease;
    this.base = base;
    this.sequence = sequence;
    this.cursor = new Cursor("{\"at\":" + sequence + "}");
  }

  public static CommitBuilder commit(StreamId stream, Lease lease, long base, long sequence) {
    return new CommitBuilder(stream, lease, base, sequence);
  }

  public CommitBuilder cursor(String json) {
    cursor = new Cursor(json);
    return this;
  }

  public CommitBuilder sum(String metric, double settled, double tail) {
    windows.add(window(metric, settled, tail));
    return this;
  }

  public CommitBuilder window(WindowChange window) {
    windows.add(window);
    return this;
  }

  public CommitBuilder reading(Reading reading) {
    readings.add(reading);
    return this;
  }

  public CommitBuilder population(String kind, long visible, long eligible) {
    populations.add(new Population(Fixture.STRATUM, kind, visible, eligible));
    return this;
  }

  public CommitBuilder facts(FactChanges changes) {
    facts.add(changes);
    return this;
  }

  public CommitBuilder upsert(AssetFacts... upserts) {
    return facts(new FactChanges(false, List.of(), List.of(), List.of(upserts)));
  }

  public CommitBuilder replace(
      @Nullable String after, @Nullable String through, AssetFacts... upserts) {
    return facts(
        new FactChanges(false, List.of(new KeyRange(after, through)), List.of(), List.of(upserts)));
  }

  public CommitBuilder passed(RejectedRecord... records) {
    passed.addAll(List.of(records));
    return this;
  }

  public CommitBuilder replay(Replay replay) {
    replays.add(replay);
    return this;
  }

  public CommitBuilder observedAt(Instant instant) {
    observedAt = instant;
    return this;
  }

  public CommitBuilder completeThrough(Instant instant) {
    completeThrough = instant;
    return this;
  }

  public StreamCommit build() {
    return new StreamCommit(
        stream,
        lease,
        base,
        sequence,
        cursor,
        windows,
        readings,
        facts,
        populations,
        completeThrough,
        observedAt,
        new Volume(1, 10, 100, 1),
        new Rejections(passed, replays));
  }

  public static WindowKey key(String metric) {
    return new WindowKey(
        Fixture.STRATUM, metric, Attributes.of("asset.kind", "table"), Grain.DAY, DAY);
  }

  public static WindowChange window(String metric, double settled, double tail) {
    return new WindowChange(key(metric), partial(settled), partial(tail));
  }

  public static Partial partial(double sum) {
    return sum == 0
        ? Partial.empty()
        : new Partial(
            1, sum, 2 * sum, sum, 7, DAY.plusNanos(1), DAY.plusNanos(3), Bytes.utf8("s" + sum));
  }

  public static AssetFacts asset(String key, Map<String, String> facts) {
    Subject subject = new Subject("table", Fixture.STRATUM.urn() + "/" + key);
    return new AssetFacts(key, Fixture.STRATUM, subject, facts);
  }

  public static AssetFacts asset(String key, String owner) {
    return asset(key, Map.of("asset.kind", "table", "owner.present", owner));
  }
}
