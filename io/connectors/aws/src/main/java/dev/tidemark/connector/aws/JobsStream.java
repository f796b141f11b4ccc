// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.Job;

/** Each Glue job, and the tables visual jobs read and write. */
final class JobsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "glue_jobs",
        "Glue jobs: how they run, and which tables visual ones read and write",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.LINEAGE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("namespace", "string", "ARN of the catalog its tables are in"),
        new Field("region", "string", "where it runs"),
        new Field("name", "string", "its name"),
        new Field("mode", "string", "SCRIPT, VISUAL or NOTEBOOK"),
        new Field("command", "string", "such as glueetl, gluestreaming or pythonshell"),
        new Field("glue_version", "string", "of the engine"),
        new Field("created_at", "string", "when it was made"),
        new Field("modified_at", "string", "when it was last changed"),
        new Field("described", "boolean", "whether it has a description"),
        new Field("max_retries", "integer", "how often a failed run is tried again"),
        new Field("source_control", "boolean", "whether it is kept in a repository"),
        new Field("sources", "array", "tables it reads, as DATABASE/TABLE; of visual jobs"),
        new Field("targets", "array", "tables it writes, as DATABASE/TABLE; of visual jobs"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("region", "name");
  }

  @Override
  public List<Part> parts(Session session) {
    return Regions.whole(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    List<Item<Session>> items = new ArrayList<>();
    Catalog.jobs(
        session,
        part.place(),
        job ->
            items.add(Item.of(part.path() + Keys.encoded(job.name()), record(job, part, session))));
    return items;
  }

  /** A target is made from the sources as long as the job is there. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    if (record.texts("sources").isEmpty()) {
      return;
    }
    Map<String, String> facts = Map.of("derived", "true", "lineage.day", Emitter.day(emitter.at()));
    for (String target : record.texts("targets")) {
      String urn = record.text("namespace") + "/table/" + target;
      emitter.state(MetricNames.LINEAGE, new Subject("table", urn), facts);
    }
  }

  private ObjectNode record(Job job, Part part, Session session) {
    ObjectNode record = Records.blank(fields());
    record
        .put("namespace", TableRecord.namespace(session, part.place()))
        .put("region", part.place())
        .put("name", job.name())
        .put("mode", job.jobModeAsString())
        .put("command", job.command() == null ? null : job.command().name())
        .put("glue_version", job.glueVersion())
        .put("described", Records.isSaid(job.description()))
        .put("max_retries", job.maxRetries())
        .put("source_control", job.sourceControlDetails() != null);
    Records.putTime(record, "created_at", job.createdOn());
    Records.putTime(record, "modified_at", job.lastModifiedOn());
    JobTables tables = JobTables.of(job);
    ArrayNode sources = record.putArray("sources");
    tables.sources().forEach(sources::add);
    ArrayNode targets = record.putArray("targets");
    tables.targets().forEach(targets::add);
    return record;
  }
}
