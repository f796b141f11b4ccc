// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** Metrics of CloudWatch. Every metric whose points are asked for is charged. */
final class CloudWatch {
  private static final int MOST_PER_REQUEST = 500;

  private CloudWatch() {}

  /**
   * Which points.
   *
   * @param start inclusive
   * @param end exclusive
   * @param period distance of the points
   * @param statistic such as {@code Sum}
   */
  record Window(Instant start, Instant end, Duration period, String statistic) {}

  /** Metrics of a namespace with that dimension that had a point in the last two weeks. */
  static List<Metric> list(
      Session session, String region, String namespace, String dimension, String value) {
    CloudWatchClient client = session.clients().cloudWatch(region);
    DimensionFilter filter = DimensionFilter.builder().name(dimension).value(value).build();
    List<Metric> metrics = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.LIST_METRICS,
                region,
                () ->
                    client.listMetrics(
                        it -> it.namespace(namespace).dimensions(filter).nextToken(token))),
        ListMetricsResponse::nextToken,
        page -> metrics.addAll(page.metrics()));
    return metrics;
  }

  /** The points of metrics. */
  static List<Series> read(Session session, String region, List<Metric> metrics, Window window) {
    List<Series> series = new ArrayList<>();
    for (int from = 0; from < metrics.size(); from += MOST_PER_REQUEST) {
      int to = Math.min(metrics.size(), from + MOST_PER_REQUEST);
      series.addAll(batch(session, region, metrics.subList(from, to), window));
    }
    return series;
  }

  private static List<Series> batch(
      Session session, String region, List<Metric> metrics, Window window) {
    CloudWatchClient client = session.clients().cloudWatch(region);
    Map<String, NavigableMap<Instant, Double>> points = new HashMap<>();
    List<MetricDataQuery> queries = queries(metrics, window);
    session.pay(queries.size());
    Tokens.each(
        token ->
            session.call(
                Action.METRIC_DATA,
                region,
                () ->
                    client.getMetricData(
                        it ->
                            it.metricDataQueries(queries)
                                .startTime(window.start())
                                .endTime(window.end())
                                .nextToken(token))),
        GetMetricDataResponse::nextToken,
        page -> page.metricDataResults().forEach(result -> add(result, points)));
    List<Series> series = new ArrayList<>();
    for (int place = 0; place < metrics.size(); place++) {
      series.add(new Series(metrics.get(place), points.getOrDefault(id(place), new TreeMap<>())));
    }
    return series;
  }

  private static List<MetricDataQuery> queries(List<Metric> metrics, Window window) {
    List<MetricDataQuery> queries = new ArrayList<>();
    for (int place = 0; place < metrics.size(); place++) {
      Metric metric = metrics.get(place);
      queries.add(
          MetricDataQuery.builder()
              .id(id(place))
              .metricStat(
                  it ->
                      it.metric(metric)
                          .period((int) window.period().toSeconds())
                          .stat(window.statistic()))
              .build());
    }
    return queries;
  }

  private static void add(
      MetricDataResult result, Map<String, NavigableMap<Instant, Double>> points) {
    NavigableMap<Instant, Double> known =
        points.computeIfAbsent(result.id(), id -> new TreeMap<>());
    for (int place = 0; place < result.timestamps().size(); place++) {
      known.put(result.timestamps().get(place), result.values().get(place));
    }
  }

  /** Ids begin with a small letter. */
  private static String id(int place) {
    return "m" + place;
  }
}
