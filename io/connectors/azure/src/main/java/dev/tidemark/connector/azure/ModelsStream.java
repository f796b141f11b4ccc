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
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Each version of each model in the registries of workspaces. */
final class ModelsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "ml_models",
        "Versions of registered models: owner, stage, description, the job that made them",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.MODEL_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it is in"),
        new Field("workspace", "string", "its workspace"),
        new Field("model", "string", "the model it is a version of"),
        new Field("version", "string", "its number or label"),
        new Field("id", "string", "its full id"),
        new Field("type", "string", "custom_model, mlflow_model or triton_model"),
        new Field("stage", "string", "of its life cycle, or what a tag says; null without"),
        new Field("archived", "boolean", "whether it has been put away"),
        new Field("described", "boolean", "whether it, or its model, has a description"),
        new Field("owner_present", "boolean", "whether a tag of it or its model names an owner"),
        new Field("job_present", "boolean", "whether the job that made it is recorded"),
        new Field("commit_present", "boolean", "whether the code's commit is recorded"),
        new Field("created_at", "string", "when it was registered"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("subscription", "workspace", "model", "version");
  }

  @Override
  public List<Part> parts(Session session) {
    return Resources.parts(session, Resources::workspaces);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    Resource workspace = Resources.require(session, part, Resources::workspaces);
    return Models.versions(session, workspace).stream()
        .map(it -> Item.<Session>of(key(part, it), record(workspace, it, session)))
        .toList();
  }

  private static String key(Part part, Models.Version version) {
    return part.path()
        + Keys.path(version.model().path("name").asText())
        + Keys.encoded(version.version().path("name").asText());
  }

  private ObjectNode record(Resource workspace, Models.Version it, Session session) {
    JsonNode properties = it.version().path("properties");
    Map<String, String> tags = new HashMap<>(Resource.tags(it.model().at("/properties/tags")));
    tags.putAll(Resource.tags(properties.path("tags")));
    ObjectNode record = Records.blank(fields());
    record.put("subscription", workspace.subscription()).put("workspace", workspace.name());
    record.put("id", it.version().path("id").asText().toLowerCase(Locale.ROOT));
    Copies.put(record, "model", it.model().path("name"));
    Copies.put(record, "version", it.version().path("name"));
    Copies.put(record, "type", properties.path("modelType"));
    Copies.put(record, "archived", properties.path("isArchived"));
    Copies.put(record, "created_at", it.version().path("systemData").path("createdAt"));
    record
        .put("described", isDescribed(it.model()) || isDescribed(it.version()))
        .put("owner_present", session.scope().tags().hasOwner(tags))
        .put("job_present", Records.isSaid(properties.path("jobName").textValue()))
        .put("commit_present", hasCommit(properties));
    String stage = properties.path("stage").asText("");
    if (Records.isSaid(stage)) {
      record.put("stage", stage.toLowerCase(Locale.ROOT));
    }
    return record;
  }

  private static boolean isDescribed(JsonNode thing) {
    return Records.isSaid(thing.path("properties").path("description").textValue());
  }

  /** As tools write it that register models. */
  private static boolean hasCommit(JsonNode properties) {
    JsonNode noted = properties.path("properties");
    return noted.has("azureml.git.commit") || noted.has("mlflow.source.git.commit");
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    if (record.findFlag("archived").orElse(false)) {
      return;
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("registered", "true");
    facts.put("version.present", "true");
    facts.put("owner.present", Boolean.toString(record.flag("owner_present")));
    facts.put("described", Boolean.toString(record.flag("described")));
    facts.put("data.lineage", Boolean.toString(record.flag("job_present")));
    facts.put("code.version", Boolean.toString(record.flag("commit_present")));
    record.findText("stage").ifPresent(it -> facts.put("stage", it));
    record.findInstant("created_at").ifPresent(it -> facts.put("created.day", Emitter.day(it)));
    emitter.state(
        MetricNames.MODEL_STATE, Subjects.resource(context, "model", record.text("id")), facts);
  }
}
