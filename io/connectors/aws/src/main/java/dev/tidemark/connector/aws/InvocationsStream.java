// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** How often each SageMaker endpoint was asked in the last two weeks, by CloudWatch. */
final class InvocationsStream implements SnapshotStream<Session> {
  private static final String NAMESPACE = "AWS/SageMaker";
  private static final Map<String, String> FIELDS =
      Map.of(
          "Invocations", "invocations",
          "Invocation4XXErrors", "errors_4xx",
          "Invocation5XXErrors", "errors_5xx");
  private static final int DAYS = 14;

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "sagemaker_invocations",
        "Requests to SageMaker endpoints and their errors, of two weeks",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ofHours(1),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENDPOINT_SEEN));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("region", "string", "where the endpoint answers"),
        new Field("endpoint", "string", "its name"),
        new Field("arn", "string", "its full name"),
        new Field("invocations", "integer", "in 14 days; null where there is no point"),
        new Field("errors_4xx", "integer", "answered by 4xx; null where there is no point"),
        new Field("errors_5xx", "integer", "answered by 5xx; null where there is no point"),
        new Field("last_day", "string", "the last day anybody asked; null if none of the 14"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("region", "endpoint");
  }

  @Override
  public List<Part> parts(Session session) {
    return Regions.whole(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return Models.endpoints(session, part.place()).stream()
        .map(
            name ->
                new Item<Session>(
                    part.path() + Keys.encoded(name), reading -> record(name, part, reading)))
        .toList();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Map<String, String> facts = new TreeMap<>();
    record.findText("last_day").ifPresent(it -> facts.put("seen.day", it));
    for (String name : List.of("invocations", "errors_4xx", "errors_5xx")) {
      record.findCount(name).ifPresent(it -> facts.put(name.replace('_', '.'), Long.toString(it)));
    }
    if (!facts.isEmpty()) {
      emitter.state(MetricNames.ENDPOINT_SEEN, new Subject("endpoint", record.text("arn")), facts);
    }
  }

  private Optional<ObjectNode> record(String name, Part part, Session session) {
    ObjectNode record = Records.blank(fields());
    record.put("region", part.place()).put("endpoint", name);
    record.put("arn", Models.endpointArn(session, part.place(), name));
    List<Metric> metrics =
        CloudWatch.list(session, part.place(), NAMESPACE, "EndpointName", name).stream()
            .filter(it -> FIELDS.containsKey(it.metricName()) && it.dimensions().size() == 2)
            .toList();
    if (!metrics.isEmpty()) {
      CloudWatch.read(session, part.place(), metrics, window(session))
          .forEach(series -> add(series, record));
    }
    return Optional.of(record);
  }

  private static CloudWatch.Window window(Session session) {
    Instant end = session.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    return new CloudWatch.Window(end.minus(DAYS, ChronoUnit.DAYS), end, Duration.ofDays(1), "Sum");
  }

  /** Variants of an endpoint add up; without a point nothing is known. */
  private static void add(Series series, ObjectNode record) {
    if (series.points().isEmpty()) {
      return;
    }
    String field = FIELDS.getOrDefault(series.metric().metricName(), "");
    long sum = Math.round(series.points().values().stream().mapToDouble(it -> it).sum());
    record.put(field, record.path(field).asLong() + sum);
    if (field.equals("invocations")) {
      series.points().entrySet().stream()
          .filter(point -> point.getValue() > 0)
          .map(Map.Entry::getKey)
          .max(Comparator.naturalOrder())
          .map(Emitter::day)
          .filter(day -> day.compareTo(record.path("last_day").asText("")) > 0)
          .ifPresent(day -> record.put("last_day", day));
    }
  }
}
