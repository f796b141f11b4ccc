// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each SageMaker endpoint, the models behind it and whether anybody watches them. */
final class EndpointsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "sagemaker_endpoints",
        "SageMaker endpoints: owner, models behind them, registry, monitoring",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("region", "string", "where it answers"),
        new Field("endpoint", "string", "its name"),
        new Field("arn", "string", "its full name"),
        new Field("status", "string", "InService, Failed or the like"),
        new Field("created_at", "string", "when it was made"),
        new Field("modified_at", "string", "when it was last changed"),
        new Field("stage", "string", "production, or what a tag says"),
        new Field("owner_present", "boolean", "whether a tag names an owner"),
        new Field("data_capture", "boolean", "whether requests and answers are kept"),
        new Field("models", "array", "name, arn, and package: its version in the registry or null"),
        new Field("monitored_at", "string", "when a monitor last completed; null if never"),
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
                    part.path() + Keys.encoded(name),
                    reading -> new EndpointReader(name, part.place(), reading).read()))
        .toList();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    List<Facts> models = record.list("models");
    Map<String, String> facts = new TreeMap<>();
    boolean isRegistered =
        !models.isEmpty() && models.stream().allMatch(it -> it.findText("package").isPresent());
    facts.put("registered", Boolean.toString(isRegistered));
    facts.put("version.present", Boolean.toString(isRegistered && hasVersions(models)));
    facts.put("stage", record.text("stage"));
    facts.put("status", record.text("status"));
    record.findFlag("owner_present").ifPresent(it -> facts.put("owner.present", it.toString()));
    record.findFlag("data_capture").ifPresent(it -> facts.put("data.capture", it.toString()));
    emitter.state(MetricNames.ENDPOINT_SEEN, new Subject("endpoint", record.text("arn")), facts);
    if (record.text("status").equals("InService")) {
      models.forEach(model -> model(model, record, emitter));
    }
  }

  /** A version in the registry ends in its number. */
  private static boolean hasVersions(List<Facts> models) {
    return models.stream().allMatch(it -> it.text("package").matches(".*/\\d+"));
  }

  private static void model(Facts model, Facts record, Emitter emitter) {
    Map<String, String> facts = new TreeMap<>();
    boolean isRegistered = model.findText("package").isPresent();
    facts.put("registered", Boolean.toString(isRegistered));
    facts.put("stage", record.text("stage"));
    record.findInstant("monitored_at").ifPresent(it -> facts.put("monitored.day", Emitter.day(it)));
    String urn = model.findText("package").orElseGet(() -> model.text("arn"));
    emitter.state(MetricNames.MODEL_STATE, new Subject("model", urn), facts);
  }
}
