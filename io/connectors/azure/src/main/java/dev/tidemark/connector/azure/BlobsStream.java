// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

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

/** The blobs of chosen containers, listed one by one and added up: one record a container. */
final class BlobsStream implements SourceStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "blobs",
        "Blobs of chosen containers: how many, how large, how old the newest is",
        StreamKind.SNAPSHOT,
        Duration.ofDays(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_STATE, MetricNames.FRESHNESS_LAG));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("account", "string", "the storage account"),
        new Field("container", "string", "its name, unique in the account"),
        new Field("urn", "string", "its name as OpenLineage writes it"),
        new Field("blobs", "integer", "how many there are"),
        new Field("bytes", "integer", "how large they are together"),
        new Field("newest_at", "string", "when the newest was written; null without blobs"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("account", "container");
  }

  @Override
  public String cursor() {
    return "container, and in it the list's marker and what was added up before it";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    return new BlobsPass(session, draft).page();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    record.count("blobs");
    if (record.findInstant("newest_at").isEmpty()) {
      return;
    }
    Instant newest = record.instant("newest_at");
    Subject subject = Subjects.container(record.text("urn"));
    emitter.state(
        MetricNames.ASSET_STATE,
        subject,
        Map.of("asset.kind", "container", "write.day", Emitter.day(newest)));
    double lag = Math.max(0, Duration.between(newest, emitter.at()).toMillis() / 1e3);
    Attributes account = Attributes.of("database", record.text("account"));
    emitter.gauge(MetricNames.FRESHNESS_LAG, lag, subject, account);
  }
}
