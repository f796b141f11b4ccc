// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.fake.aws.FakeObjects.FakeObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Buckets made to order: everything that can be configured is. */
final class MadeBuckets {
  /** What the names of those whose objects are to be listed look like. */
  static final String NAMES = "made-*";

  private static final Map<String, String> TAGS =
      Map.of(
          "owner", "made",
          "description", "Made up.",
          "data-classification", "internal",
          "public-approved", "true");

  private MadeBuckets() {}

  static Script script() {
    return new Script(MadeBuckets::add, MadeBuckets::change, MadeBuckets::remove);
  }

  private static void add(World world, long number, Instant at) {
    FakeBucket bucket =
        bare(number, at)
            .encryptedBy("aws:kms")
            .closed()
            .withPolicy(FakeBucket.Access.NOBODY)
            .versioned("Enabled")
            .tagged(TAGS)
            .expiring(30);
    world.buckets().put(bucket.name(), bucket);
    measure(world, number, at);
  }

  /** One of which nothing was configured. */
  static void addBare(World world, long number, Instant at) {
    FakeBucket bucket = bare(number, at);
    world.buckets().put(bucket.name(), bucket);
  }

  private static FakeBucket bare(long number, Instant at) {
    return FakeBucket.of(name(number), Tidewater.REGION, at).holding(objects(1, at));
  }

  private static void change(World world, long number, Instant at) {
    world
        .buckets()
        .computeIfPresent(
            name(number), (name, it) -> it.versioned("Suspended").holding(objects(2, at)));
  }

  private static void remove(World world, long number, Instant at) {
    world.buckets().remove(name(number));
  }

  private static String name(long number) {
    return "made-" + number;
  }

  private static FakeObjects objects(int count, Instant at) {
    SortedMap<String, FakeObject> objects = new TreeMap<>();
    for (int index = 0; index < count; index++) {
      objects.put("data/" + index, new FakeObject("data/" + index, 100, at));
    }
    return FakeObjects.of(objects);
  }

  /** It grew from one day to the next. */
  private static void measure(World world, long number, Instant at) {
    metric(world, number, at, "BucketSizeBytes", "StandardStorage");
    metric(world, number, at, "NumberOfObjects", "AllStorageTypes");
  }

  private static void metric(World world, long number, Instant at, String name, String type) {
    NavigableMap<Instant, Double> points = new TreeMap<>();
    Instant today = at.truncatedTo(ChronoUnit.DAYS);
    points.put(today.minus(2, ChronoUnit.DAYS), 1.0);
    points.put(today.minus(1, ChronoUnit.DAYS), 2.0);
    Map<String, String> dimensions = Map.of("BucketName", name(number), "StorageType", type);
    world
        .region(Tidewater.REGION)
        .metrics()
        .add(new FakeMetric("AWS/S3", name, dimensions, points));
  }
}
