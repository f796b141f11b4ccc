// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * What a bucket holds by the storage metrics CloudWatch is given once a day. A day without a point
 * is a day nothing is known of, not one on which the bucket was empty.
 */
final class StorageMetrics {
  private static final String NAMESPACE = "AWS/S3";
  private static final String BYTES = "BucketSizeBytes";
  private static final String OBJECTS = "NumberOfObjects";
  private static final int HISTORY_DAYS = 91;
  private static final Duration FRESH = Duration.ofDays(4);

  private final BucketList bucket;
  private final Session session;

  StorageMetrics(BucketList bucket, Session session) {
    this.bucket = bucket;
    this.session = session;
  }

  void write(ObjectNode record) {
    List<Metric> metrics =
        CloudWatch.list(session, bucket.region(), NAMESPACE, "BucketName", bucket.name());
    if (!metrics.isEmpty()) {
      write(series(metrics), record);
    }
  }

  private List<Series> series(List<Metric> metrics) {
    Instant day = session.now().truncatedTo(ChronoUnit.DAYS);
    CloudWatch.Window window =
        new CloudWatch.Window(
            day.minus(HISTORY_DAYS, ChronoUnit.DAYS),
            day.plus(1, ChronoUnit.DAYS),
            Duration.ofDays(1),
            "Average");
    List<Metric> wanted =
        metrics.stream()
            .filter(it -> it.metricName().equals(BYTES) || it.metricName().equals(OBJECTS))
            .toList();
    return CloudWatch.read(session, bucket.region(), wanted, window);
  }

  private void write(List<Series> series, ObjectNode record) {
    Optional<Instant> newest =
        series.stream().flatMap(it -> it.newest().stream()).max(Comparator.naturalOrder());
    newest
        .filter(day -> day.isAfter(session.now().minus(FRESH)))
        .ifPresent(day -> newest(series, day, record));
    changed(series).ifPresent(day -> record.put("changed_day", Emitter.day(day)));
  }

  private static void newest(List<Series> series, Instant day, ObjectNode record) {
    record.put("measured_at", day.toString());
    series.stream()
        .filter(it -> it.isOf(OBJECTS))
        .flatMap(it -> it.at(day).stream())
        .findFirst()
        .ifPresent(count -> record.put("objects", Math.round(count)));
    List<Series> sizes =
        series.stream().filter(it -> it.isOf(BYTES) && it.at(day).isPresent()).toList();
    if (!sizes.isEmpty()) {
      ObjectNode types = record.putObject("bytes_by_type");
      sizes.forEach(
          it -> types.put(it.dimension("StorageType"), Math.round(it.at(day).orElseThrow())));
      record.put(
          "bytes", sizes.stream().mapToLong(it -> Math.round(it.at(day).orElseThrow())).sum());
    }
  }

  /** The last day whose total bytes or objects differ from those of the day known before. */
  private static Optional<Instant> changed(List<Series> series) {
    NavigableMap<Instant, Double> bytes = totals(series, BYTES);
    NavigableMap<Instant, Double> objects = totals(series, OBJECTS);
    return java.util.stream.Stream.of(moved(bytes), moved(objects))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static NavigableMap<Instant, Double> totals(List<Series> series, String metric) {
    NavigableMap<Instant, Double> totals = new TreeMap<>();
    series.stream()
        .filter(it -> it.isOf(metric))
        .forEach(it -> it.points().forEach((day, value) -> totals.merge(day, value, Double::sum)));
    return totals;
  }

  private static Optional<Instant> moved(NavigableMap<Instant, Double> totals) {
    Instant moved = null;
    Double before = null;
    for (Map.Entry<Instant, Double> day : totals.entrySet()) {
      if (before != null && !before.equals(day.getValue())) {
        moved = day.getKey();
      }
      before = day.getValue();
    }
    return Optional.ofNullable(moved);
  }
}
