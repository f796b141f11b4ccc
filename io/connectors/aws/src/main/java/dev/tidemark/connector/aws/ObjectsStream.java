// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The objects of chosen buckets, added up: one record a bucket. */
final class ObjectsStream implements SourceStream<Session> {
  static final String NAME = "s3_objects";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        NAME,
        "Objects of chosen buckets: how many, how large, how old the newest is",
        StreamKind.SNAPSHOT,
        Duration.ofDays(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_STATE, MetricNames.FRESHNESS_LAG));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("bucket", "string", "name"),
        new Field("region", "string", "where it lies"),
        new Field("objects", "integer", "how many there are"),
        new Field("bytes", "integer", "how large they are together"),
        new Field("newest_at", "string", "when the newest was written; null without objects"),
        new Field("as_of", "string", "when they were counted: by an inventory, before the reading"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("bucket");
  }

  @Override
  public String cursor() {
    return "bucket, and in it the last object or file of an inventory, and the sum before it";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    return new ObjectsPass(session, draft).page();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    String bucket = record.text("bucket");
    record.count("objects");
    if (record.findInstant("newest_at").isEmpty()) {
      return;
    }
    Instant newest = record.instant("newest_at");
    Subject subject = new Subject("bucket", "s3://" + bucket);
    emitter.state(
        MetricNames.ASSET_STATE,
        subject,
        Map.of("asset.kind", "bucket", "write.day", Emitter.day(newest)));
    Instant counted = record.findInstant("as_of").orElse(emitter.at());
    double lag = Math.max(0, Duration.between(newest, counted).toMillis() / 1e3);
    emitter.gauge(MetricNames.FRESHNESS_LAG, lag, subject, Attributes.of("database", bucket));
  }
}
