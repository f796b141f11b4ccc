// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

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
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How often each online endpoint was asked in the last two weeks, by Azure Monitor. */
final class RequestsStream implements SnapshotStream<Session> {
  private static final Duration BACK = Duration.ofDays(14);

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "ml_requests",
        "Requests to online endpoints and those that failed, of two weeks",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ofMinutes(30),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENDPOINT_SEEN));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it is in"),
        new Field("workspace", "string", "its workspace"),
        new Field("endpoint", "string", "its name, unique in the workspace"),
        new Field("id", "string", "its full id"),
        new Field("requests", "integer", "in 14 days; null where there is no point"),
        new Field("failures", "integer", "of those, answered by 4xx or 5xx; null without a point"),
        new Field("last_day", "string", "the last day anybody asked; null if none of the 14"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("subscription", "workspace", "endpoint");
  }

  @Override
  public List<Part> parts(Session session) {
    return Resources.parts(session, Resources::workspaces);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    Resource workspace = Resources.require(session, part, Resources::workspaces);
    return Models.endpoints(session, workspace).stream()
        .map(
            endpoint ->
                new Item<Session>(
                    part.path() + Keys.encoded(endpoint.path("name").asText()),
                    reading ->
                        Optional.of(
                            record(
                                workspace,
                                endpoint.path("name").asText(),
                                endpoint.path("id").asText(),
                                reading))))
        .toList();
  }

  /** An endpoint without a point is one nothing is known of. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Map<String, String> facts = new TreeMap<>();
    record.findText("last_day").ifPresent(it -> facts.put("seen.day", it));
    record.findCount("requests").ifPresent(it -> facts.put("requests", Long.toString(it)));
    record.findCount("failures").ifPresent(it -> facts.put("requests.failed", Long.toString(it)));
    if (!facts.isEmpty()) {
      emitter.state(
          MetricNames.ENDPOINT_SEEN,
          Subjects.resource(context, "endpoint", record.text("id")),
          facts);
    }
  }

  private ObjectNode record(Resource workspace, String name, String id, Session session) {
    ObjectNode record = Records.blank(fields());
    record.put("subscription", workspace.subscription()).put("workspace", workspace.name());
    record.put("endpoint", name).put("id", id);
    Monitor.hourly(
            session,
            new Monitor.Question(
                id, "RequestsPerMinute", "Average,Count", "statusCodeClass eq '*'"),
            BACK)
        .forEach(series -> add(series, record));
    return record;
  }

  /** Each sample is the requests of a minute: their sum is the average times how many there are. */
  private static void add(Monitor.Series series, ObjectNode record) {
    NavigableMap<Instant, Double> average = series.values("average");
    NavigableMap<Instant, Double> count = series.values("count");
    if (average.isEmpty()) {
      return;
    }
    double sum =
        average.entrySet().stream()
            .mapToDouble(it -> it.getValue() * count.getOrDefault(it.getKey(), 0.0))
            .sum();
    boolean isFailure = series.dimensions().stream().anyMatch(it -> it.matches("[45]xx"));
    grow(record, "requests", Math.round(sum));
    grow(record, "failures", isFailure ? Math.round(sum) : 0);
    average.entrySet().stream()
        .filter(point -> point.getValue() > 0)
        .reduce((first, second) -> second)
        .map(point -> Emitter.day(point.getKey()))
        .filter(day -> day.compareTo(record.path("last_day").asText("")) > 0)
        .ifPresent(day -> record.put("last_day", day));
  }

  private static void grow(ObjectNode record, String field, long more) {
    record.put(field, record.path(field).asLong() + more);
  }
}
