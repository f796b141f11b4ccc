// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Metrics of Azure Monitor. A point that is not there is a time nothing is known of. */
final class Monitor {
  /** More series than any of these metrics has; without it the vendor gives ten. */
  private static final String MOST_SERIES = "1000";

  private Monitor() {}

  /**
   * A question.
   *
   * @param resource id of what is measured
   * @param metrics names, with commas between them
   * @param aggregations with commas between them
   * @param filter by which dimensions series are told apart; empty for one series
   */
  record Question(String resource, String metrics, String aggregations, String filter) {}

  /**
   * The points of a metric in one series.
   *
   * @param dimensions the values that tell it from the metric's other series
   * @param points objects as the vendor gives them, with {@code average} and the like
   */
  record Series(String metric, List<String> dimensions, NavigableMap<Instant, JsonNode> points) {
    /** What was measured, where it was, by hour. */
    NavigableMap<Instant, Double> values(String aggregation) {
      NavigableMap<Instant, Double> values = new TreeMap<>();
      points.forEach(
          (at, point) -> {
            if (point.path(aggregation).isNumber()) {
              values.put(at, point.path(aggregation).doubleValue());
            }
          });
      return values;
    }
  }

  /** Hourly points of the time before now. */
  static List<Series> hourly(Session session, Question question, Duration back) {
    Instant to = session.now().truncatedTo(ChronoUnit.SECONDS);
    Call call =
        Api.METRICS
            .get(question.resource() + "/providers/Microsoft.Insights/metrics")
            .query("metricnames", question.metrics())
            .query("timespan", to.minus(back) + "/" + to)
            .query("interval", "PT1H")
            .query("aggregation", question.aggregations());
    Call whole =
        question.filter().isEmpty()
            ? call
            : call.query("$filter", question.filter()).query("top", MOST_SERIES);
    return series(Session.json(session.manager().send(whole).body()));
  }

  private static List<Series> series(JsonNode answer) {
    List<Series> all = new ArrayList<>();
    for (JsonNode metric : answer.path("value")) {
      String name = metric.path("name").path("value").asText();
      metric.path("timeseries").forEach(it -> all.add(series(name, it)));
    }
    return all;
  }

  private static Series series(String metric, JsonNode series) {
    List<String> dimensions = new ArrayList<>();
    series.path("metadatavalues").forEach(it -> dimensions.add(it.path("value").asText()));
    NavigableMap<Instant, JsonNode> points = new TreeMap<>();
    series.path("data").forEach(it -> points.put(Times.require(it, "timeStamp"), it));
    return new Series(metric, dimensions, points);
  }
}
