// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** CloudWatch: which metrics there are, and their points. A gap in the points is a gap. */
final class CloudWatchService implements Service {
  private static final String NAMESPACE =
      "xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"";
  private static final int PAGE = 500;
  private static final int MOST_POINTS = 100_800;

  private final World world;
  private final InstantSource clock;

  CloudWatchService(World world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  @Override
  public String action(Wire wire) {
    return "cloudwatch:" + wire.operation();
  }

  @Override
  public Answer answer(Wire wire) {
    return switch (wire.operation()) {
      case "ListMetrics" -> list(wire);
      case "GetMetricData" -> data(wire);
      default -> throw new AwsError(400, "InvalidAction", "Not played here.");
    };
  }

  private Answer list(Wire wire) {
    Map<String, String> form = wire.query();
    List<FakeMetric> all =
        world.region(wire.region()).metrics().stream()
            .filter(it -> wire.given("Namespace").map(it.namespace()::equals).orElse(true))
            .filter(it -> wire.given("MetricName").map(it.name()::equals).orElse(true))
            .filter(it -> fits(dimensions("Dimensions.member.", form), it))
            .filter(this::isRecent)
            .toList();
    Pages<FakeMetric> page = Pages.of(all, PAGE, form.get("NextToken"));
    Xml xml = new Xml().open("ListMetricsResponse", NAMESPACE).open("ListMetricsResult");
    xml.open("Metrics");
    page.items().forEach(metric -> write(metric, xml));
    xml.close("Metrics");
    if (page.next() != null) {
      xml.text("NextToken", page.next());
    }
    return Answer.xml(xml.close("ListMetricsResult").close("ListMetricsResponse").toString());
  }

  /** Metrics without a point in the last two weeks are not listed. */
  private boolean isRecent(FakeMetric metric) {
    return !metric.points().isEmpty()
        && metric.points().lastKey().isAfter(clock.instant().minus(14, ChronoUnit.DAYS));
  }

  private static boolean fits(Map<String, String> filter, FakeMetric metric) {
    return filter.entrySet().stream()
        .allMatch(it -> it.getValue().equals(metric.dimensions().get(it.getKey())));
  }

  private static void write(FakeMetric metric, Xml xml) {
    xml.open("member").text("Namespace", metric.namespace()).text("MetricName", metric.name());
    xml.open("Dimensions");
    metric
        .dimensions()
        .forEach(
            (name, value) ->
                xml.open("member").text("Name", name).text("Value", value).close("member"));
    xml.close("Dimensions").close("member");
  }

  private static Map<String, String> dimensions(String prefix, Map<String, String> form) {
    Map<String, String> dimensions = new TreeMap<>();
    for (int number = 1; form.containsKey(prefix + number + ".Name"); number++) {
      dimensions.put(
          form.get(prefix + number + ".Name"), form.getOrDefault(prefix + number + ".Value", ""));
    }
    return dimensions;
  }

  private Answer data(Wire wire) {
    Map<String, String> form = wire.query();
    Instant start = Instant.parse(form.getOrDefault("StartTime", ""));
    Instant end = Instant.parse(form.getOrDefault("EndTime", ""));
    if (!start.isBefore(end)) {
      throw new AwsError(
          400, "ValidationError", "The parameter StartTime must be less than EndTime.");
    }
    Xml xml = new Xml().open("GetMetricDataResponse", NAMESPACE).open("GetMetricDataResult");
    xml.open("MetricDataResults");
    int points = 0;
    for (String query : queries(form)) {
      points += write(query, form, start, end, wire, xml);
    }
    if (points > MOST_POINTS) {
      throw new AwsError(400, "ValidationError", "More points than one answer holds.");
    }
    xml.close("MetricDataResults");
    return Answer.xml(xml.close("GetMetricDataResult").close("GetMetricDataResponse").toString());
  }

  private static List<String> queries(Map<String, String> form) {
    List<String> queries = new ArrayList<>();
    for (int number = 1; form.containsKey("MetricDataQueries.member." + number + ".Id"); number++) {
      queries.add("MetricDataQueries.member." + number + ".");
    }
    if (queries.isEmpty() || queries.size() > PAGE) {
      throw new AwsError(400, "ValidationError", "1 to 500 queries, not " + queries.size());
    }
    return queries;
  }

  private int write(
      String query, Map<String, String> form, Instant start, Instant end, Wire wire, Xml xml) {
    String stat = query + "MetricStat.";
    long period = Long.parseLong(form.getOrDefault(stat + "Period", "60"));
    NavigableMap<Instant, Double> points = new TreeMap<>();
    world.region(wire.region()).metrics().stream()
        .filter(it -> it.namespace().equals(form.get(stat + "Metric.Namespace")))
        .filter(it -> it.name().equals(form.get(stat + "Metric.MetricName")))
        .filter(it -> it.dimensions().equals(dimensions(stat + "Metric.Dimensions.member.", form)))
        .forEach(it -> add(it.points().subMap(start, true, end, false), period, points));
    xml.open("member").text("Id", form.getOrDefault(query + "Id", "")).text("Label", "points");
    xml.open("Timestamps");
    points.descendingKeySet().forEach(time -> xml.text("member", time));
    xml.close("Timestamps").open("Values");
    points.descendingMap().values().forEach(value -> xml.text("member", value));
    xml.close("Values").text("StatusCode", "Complete").close("member");
    return points.size();
  }

  private static void add(
      Map<Instant, Double> some, long period, NavigableMap<Instant, Double> points) {
    some.forEach(
        (time, value) -> {
          long begin = Math.floorDiv(time.getEpochSecond(), period) * period;
          points.merge(Instant.ofEpochSecond(begin), value, Double::sum);
        });
  }
}
