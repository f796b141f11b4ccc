// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

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
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** The tenant as a whole, and how much of it can be seen: one record. */
final class AccountStream implements SnapshotStream<Session> {
  private static final String KEY = "account";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "account",
        "Tenant: a sign of life, how much of it can be seen, and which permissions are missing",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.HEARTBEAT,
            MetricNames.LAG,
            MetricNames.ELIGIBLE,
            MetricNames.PERMISSION_MISSING,
            MetricNames.ASSET_COUNT));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscriptions", "array", "subscriptions that are read"),
        new Field(
            "seen", "object", "what there is, by kind; without kinds that cannot be counted now"),
        new Field("there", "object", "the same with an estimate of what cannot be seen"),
        new Field("unseen", "array", "kinds and places that cannot be listed"),
        new Field(
            "missing", "array", "permissions that are missing, with the subscription or factory"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of();
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return List.of(new Item<Session>(KEY, reading -> new Census(reading, fields()).read()));
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Subject connector = Urns.connector(context.stratum());
    emitter.alive(context);
    Facts seen = record.object("seen");
    Facts there = record.object("there");
    Attributes kind = Attributes.of("asset.kind", Census.CONTAINER);
    seen.findCount(Census.CONTAINER)
        .ifPresent(it -> emitter.gauge(MetricNames.ASSET_COUNT, (double) it, connector, kind));
    population("asset", Census.CONTAINER, seen, there, context, emitter);
    population("endpoint", Census.ENDPOINT, seen, there, context, emitter);
    population("model", Census.MODEL, seen, there, context, emitter);
    record.list("missing").forEach(it -> missing(it, context, emitter));
  }

  private static void population(
      String subject,
      String kind,
      Facts seen,
      Facts there,
      NormaliseContext context,
      Emitter emitter) {
    if (seen.knows(kind)) {
      long visible = seen.count(kind);
      long eligible = Math.max(visible, there.count(kind));
      emitter.eligible(
          Urns.connector(context.stratum()),
          new Population(context.stratum(), subject, visible, eligible));
    }
  }

  private static void missing(Facts lacking, NormaliseContext context, Emitter emitter) {
    String permission = lacking.text("permission") + " " + lacking.text("subscription");
    emitter.lacks(context.stratum(), permission, lacking.texts("metrics"));
  }
}
