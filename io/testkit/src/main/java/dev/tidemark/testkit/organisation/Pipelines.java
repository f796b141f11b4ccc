// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Pipeline.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The pipelines of an account and their runs. */
final class Pipelines {
  private static final Duration SLICE = Duration.ofHours(1);
  private static final int LOOKED_BACK = 64;
  private static final List<Duration> PERIODS =
      List.of(
          Duration.ofHours(24),
          Duration.ofHours(6),
          Duration.ofHours(1),
          Duration.ofHours(24),
          Duration.ofHours(12),
          Duration.ofMinutes(30));
  private static final Duration PULSE = Duration.ofMinutes(1);

  private final Chance chance;
  private final Story story;
  private final List<Pipeline> all;
  private final Map<Asset, Pipeline> writers = new HashMap<>();

  private Pipelines(Chance chance, Story story, List<Pipeline> all) {
    this.chance = chance;
    this.story = story;
    this.all = List.copyOf(all);
    all.forEach(pipeline -> pipeline.writes().forEach(asset -> writers.put(asset, pipeline)));
  }

  static Pipelines of(
      Platform platform,
      int size,
      Chance chance,
      Story story,
      Estate estate,
      List<Person> services) {
    List<Pipeline> all = new ArrayList<>();
    int count = platform.pipelines() * size;
    for (int i = 0; i < count; i++) {
      all.add(pipeline(platform, i, count, chance.about(i), story, estate, services));
    }
    return new Pipelines(chance, story, all);
  }

  List<Pipeline> all() {
    return all;
  }

  Optional<Pipeline> writer(Asset asset) {
    return Optional.ofNullable(writers.get(asset));
  }

  Stream<Run> runs(TimeRange range) {
    return range.slices(SLICE).boxed().flatMap(this::slice).filter(run -> range.holds(run.begun()));
  }

  /** The last run of a pipeline that had succeeded at a time. */
  Optional<Run> lastSuccess(Pipeline pipeline, Instant at) {
    Runs runs = runs(pipeline);
    long last = runs.numberAt(at);
    return LongStream.rangeClosed(0, LOOKED_BACK)
        .map(back -> last - back)
        .takeWhile(number -> number >= 0)
        .boxed()
        .flatMap(number -> runs.attempts(number).stream())
        .filter(run -> run.status(at) == Run.Status.SUCCEEDED)
        .findFirst();
  }

  private Stream<Run> slice(long slice) {
    Instant from = Instant.ofEpochSecond(slice * SLICE.toSeconds());
    TimeRange hour = new TimeRange(from, from.plus(SLICE));
    return all.stream()
        .flatMap(pipeline -> runs(pipeline).in(hour))
        .sorted(Comparator.comparing(Run::begun).thenComparing(Run::id));
  }

  private Runs runs(Pipeline pipeline) {
    return new Runs(pipeline, chance.about(pipeline.index()).about("runs"), story);
  }

  /** The last one came with the present, and runs every minute. */
  private static Pipeline pipeline(
      Platform platform,
      int index,
      int count,
      Chance chance,
      Story story,
      Estate estate,
      List<Person> services) {
    boolean isNew = index == count - 1;
    List<Asset> writes = writes(index, count, estate);
    Duration period = isNew ? PULSE : PERIODS.get(index % PERIODS.size());
    Duration shift = Duration.ofSeconds(60L * chance.about("shift").below(60) % period.toSeconds());
    return new Pipeline(
        platform,
        index,
        Words.NOUNS.get(index % Words.NOUNS.size()) + "_load_" + (index + 1),
        services.get(index % services.size()),
        period,
        isNew ? story.present() : story.begin().plus(shift),
        isNew ? Trigger.EVENT : index % 8 == 3 ? Trigger.MANUAL : Trigger.SCHEDULE,
        index % 7 != 6,
        index % 4 == 1,
        reads(writes, estate),
        writes);
  }

  /** Five assets in six are written, each by one. */
  private static List<Asset> writes(int index, int count, Estate estate) {
    return estate.assets().stream()
        .filter(asset -> asset.index() % count == index && asset.index() % 6 != 5)
        .toList();
  }

  private static List<Asset> reads(List<Asset> writes, Estate estate) {
    Set<Asset> reads = new LinkedHashSet<>();
    writes.forEach(asset -> reads.addAll(estate.upstream(asset)));
    return List.copyOf(reads);
  }
}
