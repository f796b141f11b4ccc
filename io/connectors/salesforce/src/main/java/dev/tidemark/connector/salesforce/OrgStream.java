// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** The organisation as a whole, and how much of it can be seen: one record. */
final class OrgStream implements SnapshotStream<Session> {
  private static final long MEGABYTE = 1 << 20;

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "org",
        "Organisation: a sign of life, storage, security score, what can be seen and what not",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.HEARTBEAT,
            MetricNames.LAG,
            MetricNames.ELIGIBLE,
            MetricNames.PERMISSION_MISSING,
            MetricNames.ASSET_COUNT,
            MetricNames.ASSET_SIZE,
            MetricNames.POSTURE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("organisation_id", "string", "identifier of 18 characters"),
        new Field("edition", "string", "such as Enterprise Edition"),
        new Field("sandbox", "boolean", "whether it is a sandbox"),
        new Field("objects_seen", "integer", "objects with data that can be read"),
        new Field("objects_there", "integer", "those and the ones that cannot; null if not known"),
        new Field("records", "integer", "in the objects that can be read; null if not known"),
        new Field("api_requests_used", "integer", "of 24 hours, by whomever"),
        new Field("api_requests_allowed", "integer", "in 24 hours"),
        new Field("data_storage_mb", "integer", "used for records"),
        new Field("file_storage_mb", "integer", "used for files"),
        new Field("health_score", "integer", "of the security health check, 0 to 100"),
        new Field("health_baseline", "string", "what it is measured by"),
        new Field("missing", "array", "permissions that are missing, and the metrics they feed"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("organisation_id");
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return List.of(new Item<>("organisation", reading -> new Census(reading, fields()).read()));
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Subject connector = Urns.connector(context.stratum());
    emitter.alive(context);
    long seen = record.count("objects_seen");
    emitter.gauge(
        MetricNames.ASSET_COUNT,
        (double) seen,
        connector,
        Subjects.attributes("asset.kind", "object"));
    long there = record.findCount("objects_there").orElse(seen);
    if (there < seen) {
      throw ConnectorException.of(
          Category.DATA, "of " + there + " objects " + seen + " cannot have been seen");
    }
    emitter.eligible(connector, new Population(context.stratum(), "asset", seen, there));
    size(record, "data_storage_mb", "object", connector, emitter);
    size(record, "file_storage_mb", "file", connector, emitter);
    posture(record, connector, emitter);
    record.list("missing").forEach(it -> missing(it, context, emitter));
  }

  private static void size(
      Facts record, String field, String kind, Subject connector, Emitter emitter) {
    record
        .findCount(field)
        .ifPresent(
            megabytes ->
                emitter.gauge(
                    MetricNames.ASSET_SIZE,
                    (double) megabytes * MEGABYTE,
                    connector,
                    Subjects.attributes("asset.kind", kind)));
  }

  private static void posture(Facts record, Subject connector, Emitter emitter) {
    record
        .findCount("health_score")
        .ifPresent(
            score ->
                emitter.gauge(
                    MetricNames.POSTURE,
                    score / 100.0,
                    connector,
                    Subjects.attributes(
                        "framework",
                        "salesforce_health_check",
                        "version",
                        record.findText("health_baseline").orElse(""))));
  }

  private static void missing(Facts lacking, NormaliseContext context, Emitter emitter) {
    String permission = lacking.text("permission");
    emitter.lacks(context.stratum(), permission, lacking.texts("metrics"));
  }
}
