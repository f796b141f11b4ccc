// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each online endpoint of Azure Machine Learning, and the models behind it. */
final class EndpointsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "ml_endpoints",
        "Online endpoints of Machine Learning: owner, stage, models behind them, registry",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it is in"),
        new Field("workspace", "string", "its workspace"),
        new Field("endpoint", "string", "its name, unique in the workspace"),
        new Field("id", "string", "its full id"),
        new Field("state", "string", "Succeeded, Failed or the like"),
        new Field("auth_mode", "string", "Key, AMLToken or AADToken"),
        new Field("created_at", "string", "when it was made"),
        new Field("stage", "string", "production, or what a tag says"),
        new Field("owner_present", "boolean", "whether a tag names an owner"),
        new Field("models", "array", "what its deployments serve, by full id, each once"),
        new Field("unregistered", "integer", "deployments that serve a model of no registry"),
        new Field("data_collected", "boolean", "whether a deployment keeps requests and answers"),
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
                    reading -> new EndpointReader(workspace, endpoint, reading).read()))
        .toList();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    boolean isRegistered = record.count("unregistered") == 0 && !record.texts("models").isEmpty();
    Map<String, String> facts = new TreeMap<>();
    facts.put("registered", Boolean.toString(isRegistered));
    facts.put("version.present", Boolean.toString(isRegistered && hasVersions(record)));
    facts.put("stage", record.text("stage"));
    facts.put("owner.present", Boolean.toString(record.flag("owner_present")));
    facts.put("data.capture", Boolean.toString(record.flag("data_collected")));
    record.findText("state").ifPresent(it -> facts.put("status", it));
    emitter.state(
        MetricNames.ENDPOINT_SEEN,
        Subjects.resource(context, "endpoint", record.text("id")),
        facts);
    for (String model : record.texts("models")) {
      emitter.state(
          MetricNames.MODEL_STATE,
          Subjects.resource(context, "model", model),
          Map.of("registered", "true", "stage", record.text("stage")));
    }
  }

  /** A version in a registry ends in its number or label. */
  private static boolean hasVersions(Facts record) {
    return record.texts("models").stream().allMatch(it -> it.contains("/versions/"));
  }
}
