// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How secure Defender for Cloud finds each subscription. */
final class SecureScoresStream implements SnapshotStream<Session> {
  private static final String FRAMEWORK = "defender_for_cloud";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "secure_scores",
        "Secure scores of Defender for Cloud",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.POSTURE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it is about"),
        new Field("initiative", "string", "what was measured against, such as ascScore"),
        new Field("percentage", "number", "from 0 to 1; null where nothing was measured"),
        new Field("current", "number", "points there are"),
        new Field("max", "number", "points there could be"),
        new Field("weight", "integer", "how many resources it is about"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("subscription", "initiative");
  }

  @Override
  public List<Part> parts(Session session) {
    return Resources.subscriptionParts(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return scores(session, part.place()).stream()
        .map(
            it ->
                Item.<Session>of(
                    part.path() + Keys.encoded(it.path("name").asText()), record(part, it)))
        .toList();
  }

  static List<JsonNode> scores(Session session, String subscription) {
    return session.list(
        Api.SECURITY,
        "/subscriptions/" + subscription + "/providers/Microsoft.Security/secureScores");
  }

  private ObjectNode record(Part part, JsonNode score) {
    JsonNode properties = score.path("properties");
    ObjectNode record = Records.blank(fields()).put("subscription", part.place());
    Copies.put(record, "initiative", score.path("name"));
    Copies.put(record, "percentage", properties.path("score").path("percentage"));
    Copies.put(record, "current", properties.path("score").path("current"));
    Copies.put(record, "max", properties.path("score").path("max"));
    Copies.put(record, "weight", properties.path("weight"));
    return record;
  }

  /** Of nothing that could be reached nothing is known. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    boolean isMeasured = record.findNumber("max").orElse(1) > 0;
    Subject subscription =
        new Subject(
            "subscription", context.stratum() + "/" + Urns.encoded(record.text("subscription")));
    Attributes attributes =
        Attributes.of(Map.of("framework", FRAMEWORK, "version", record.text("initiative")));
    record
        .findNumber("percentage")
        .ifPresent(
            share -> {
              if (isMeasured) {
                emitter.gauge(MetricNames.POSTURE, share, subscription, attributes);
              }
            });
  }
}
