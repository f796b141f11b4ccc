// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Metrics of Azure Monitor. Within the time asked for every interval has a point, but a point
 * without measurements has no values: it is null, not zero.
 */
final class MonitorService {
  private static final Duration KEPT = Duration.ofDays(93);
  private static final Map<String, String> UNITS =
      Map.of(
          "UsedCapacity", "Bytes",
          "BlobCapacity", "Bytes",
          "BlobCount", "Count",
          "Transactions", "Count",
          "Availability", "Percent",
          "RequestsPerMinute", "Count");

  private final World world;
  private final Runnable refresh;

  MonitorService(World world, Runnable refresh) {
    this.world = world;
    this.refresh = refresh;
  }

  void serve(FakeServer server) {
    server.route("GET", "{resource...}/providers/Microsoft.Insights/metrics", this::metrics);
  }

  private Answer metrics(Request request) {
    refresh.run();
    String resource = request.part("resource");
    String[] span = request.query("timespan").orElse("").split("/");
    if (!request.query("interval").orElse("PT1M").equals("PT1H") || span.length != 2) {
      return AzureError.of(400, "BadRequest", "The time grain or timespan is not supported.");
    }
    try {
      Instant from = OffsetDateTime.parse(span[0]).toInstant().truncatedTo(ChronoUnit.HOURS);
      Instant to = OffsetDateTime.parse(span[1]).toInstant();
      return from.isBefore(request.at().minus(KEPT))
          ? AzureError.of(400, "BadRequest", "The timespan begins before metrics are kept.")
          : ArmService.traced(Answer.json(answer(request, resource, from, to)));
    } catch (DateTimeException malformed) {
      return AzureError.of(400, "BadRequest", "The timespan is not in ISO 8601 format.");
    }
  }

  private ObjectNode answer(Request request, String resource, Instant from, Instant to) {
    ObjectNode answer =
        Made.object()
            .put("cost", 0)
            .put("timespan", request.query("timespan").orElse(""))
            .put("interval", "PT1H")
            .put("resourceregion", "westeurope");
    ArrayNode value = answer.putArray("value");
    for (String metric : request.query("metricnames").orElse("").split(",")) {
      ObjectNode node = value.addObject();
      node.put("id", resource + "/providers/Microsoft.Insights/metrics/" + metric);
      node.put("type", "Microsoft.Insights/metrics").put("errorCode", "Success");
      node.putObject("name").put("value", metric).put("localizedValue", metric);
      node.put("unit", UNITS.getOrDefault(metric, "Count"));
      series(
          request, resource, metric, new TreeSet<>(hours(from, to)), node.putArray("timeseries"));
    }
    return answer;
  }

  private static List<Instant> hours(Instant from, Instant to) {
    long count = Math.max(1, Duration.between(from, to).toHours());
    return LongStream.range(0, count).mapToObj(hour -> from.plus(hour, ChronoUnit.HOURS)).toList();
  }

  private void series(
      Request request, String resource, String metric, Set<Instant> hours, ArrayNode all) {
    List<Measured> measured =
        world.measured(resource).stream().filter(it -> it.metric().equals(metric)).toList();
    List<String> asked = dimensions(request.query("$filter").orElse(""));
    int top = request.number("top", 10);
    Map<List<String>, List<Measured>> groups =
        measured.stream()
            .collect(
                Collectors.groupingBy(
                    it -> asked.stream().map(it.dimensions()::get).map(String::valueOf).toList(),
                    () -> new TreeMap<>(Comparator.comparing(List::toString)),
                    Collectors.toList()));
    if (groups.isEmpty() && asked.isEmpty()) {
      groups = Map.of(List.of(), List.of());
    }
    groups.entrySet().stream()
        .limit(asked.isEmpty() ? 1 : top)
        .forEach(it -> one(request, asked, it.getKey(), it.getValue(), hours, all.addObject()));
  }

  /** Dimensions of which every value is a series of its own. */
  private static List<String> dimensions(String filter) {
    return Arrays.stream(filter.split(" and "))
        .filter(it -> it.endsWith(" eq '*'"))
        .map(it -> it.replace(" eq '*'", ""))
        .toList();
  }

  private static void one(
      Request request,
      List<String> names,
      List<String> values,
      List<Measured> measured,
      Set<Instant> hours,
      ObjectNode series) {
    ArrayNode metadata = series.putArray("metadatavalues");
    for (int place = 0; place < names.size(); place++) {
      ObjectNode node = metadata.addObject().put("value", values.get(place));
      String name = names.get(place).toLowerCase(Locale.ROOT);
      node.putObject("name").put("value", name).put("localizedValue", name);
    }
    String aggregations = request.query("aggregation").orElse("Average").toLowerCase(Locale.ROOT);
    ArrayNode data = series.putArray("data");
    for (Instant hour : hours) {
      ObjectNode point = data.addObject().put("timeStamp", hour.toString());
      List<Double> there =
          measured.stream()
              .filter(it -> it.points().containsKey(hour))
              .map(it -> it.points().get(hour))
              .toList();
      point(point, there, aggregations);
    }
  }

  /** Each value stands for one sample of the hour. */
  private static void point(ObjectNode point, List<Double> there, String aggregations) {
    double sum = there.stream().mapToDouble(it -> it).sum();
    if (aggregations.contains("count")) {
      point.put("count", (double) there.size());
    }
    if (there.isEmpty()) {
      return;
    }
    if (aggregations.contains("average")) {
      point.put("average", sum / there.size());
    }
    if (aggregations.contains("total")) {
      point.put("total", sum);
    }
  }
}
