// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

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

/** The account as a whole, and how much of it can be seen: one record. */
final class AccountStream implements SnapshotStream<Session> {
  private static final String KEY = "account";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "account",
        "Account: a sign of life, how much of it can be seen, and which permissions are missing",
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
        new Field("account", "string", "twelve digits"),
        new Field("regions", "array", "regions that are read"),
        new Field("seen", "object", "what there is, by kind"),
        new Field("there", "object", "the same with an estimate of what cannot be seen"),
        new Field("unseen", "array", "kinds and regions that cannot be listed"),
        new Field("missing", "array", "permissions that are missing, with the region"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("account");
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
    for (String kind : Census.ASSETS) {
      Attributes attributes = Attributes.of("asset.kind", kind);
      emitter.gauge(MetricNames.ASSET_COUNT, (double) seen.count(kind), connector, attributes);
    }
    population("asset", Census.ASSETS, seen, there, context, emitter);
    population("endpoint", List.of("endpoint"), seen, there, context, emitter);
    population("model", List.of("model"), seen, there, context, emitter);
    record.list("missing").forEach(it -> missing(it, context, emitter));
  }

  private static void population(
      String subject,
      List<String> kinds,
      Facts seen,
      Facts there,
      NormaliseContext context,
      Emitter emitter) {
    long visible = kinds.stream().mapToLong(seen::count).sum();
    long eligible = Math.max(visible, kinds.stream().mapToLong(there::count).sum());
    emitter.eligible(
        Urns.connector(context.stratum()),
        new Population(context.stratum(), subject, visible, eligible));
  }

  private static void missing(Facts lacking, NormaliseContext context, Emitter emitter) {
    String permission = lacking.text("permission") + " " + lacking.text("region");
    emitter.lacks(context.stratum(), permission, lacking.texts("metrics"));
  }
}
