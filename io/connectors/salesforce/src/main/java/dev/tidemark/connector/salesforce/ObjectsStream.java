// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
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

/** Each object that holds data: what is written down about its fields, and who may see them. */
final class ObjectsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "objects",
        "Objects: owners, sensitivity and descriptions of their fields, encryption, last write",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.ASSET_STATE,
            MetricNames.EXPOSURE,
            MetricNames.PROTECTION,
            MetricNames.FRESHNESS_LAG));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("name", "string", "name in queries, unique in the organisation"),
        new Field("custom", "boolean", "whether the organisation made it"),
        new Field("described", "boolean", "whether the object has a text; null for standard ones"),
        new Field("records", "integer", "as counted by the vendor now and then; null if not known"),
        new Field("fields", "integer", "how many there are"),
        new Field("custom_fields", "integer", "how many of them the organisation made"),
        new Field("custom_fields_described", "integer", "how many of those have a text"),
        new Field("fields_owned", "integer", "with a business owner"),
        new Field("fields_classified", "integer", "with a sensitivity level or compliance group"),
        new Field("class", "string", "the most sensitive of them; null if none is classified"),
        new Field("sensitive_fields", "integer", "classified as sensitive or regulated"),
        new Field(
            "encrypted_fields", "integer", "how many of those are encrypted; null if none is"),
        new Field("deprecated_fields", "integer", "marked as no longer to be used"),
        new Field("guests_read", "boolean", "whether people may read it who have not signed in"),
        new Field("written_at", "string", "when a record was last written; null if not known"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("name");
  }

  /** The vendor would answer as if there were no fields. */
  @Override
  public List<Part> parts(Session session) {
    if (!Rights.of(session).contains(Rights.Right.VIEW_SETUP)) {
      throw Failures.lacking(Rights.Right.VIEW_SETUP.title(), "what is known of objects");
    }
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    Inventory inventory = Inventory.read(session);
    return inventory.objects().keySet().stream()
        .map(name -> new Item<Session>(name, it -> new ObjectReader(name, inventory, it).read()))
        .toList();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    ObjectEvents.normalise(record, context, emitter);
  }
}
