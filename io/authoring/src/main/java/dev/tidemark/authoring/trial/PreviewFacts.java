// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.event.MetricEvent;
import java.util.List;

/** A preview as JSON. */
public final class PreviewFacts {
  private PreviewFacts() {}

  /** One object for each stream. */
  public static ArrayNode of(List<StreamPreview> previews) {
    ArrayNode facts = JsonNodeFactory.instance.arrayNode();
    previews.forEach(preview -> write(preview, facts.addObject()));
    return facts;
  }

  private static void write(StreamPreview it, ObjectNode node) {
    writeOperations(it, node);
    node.put("ended", it.ended());
    node.putArray("samples").addAll(it.samples());
    ObjectNode metrics = node.putObject("metrics");
    it.counts().forEach(metrics::put);
    ArrayNode events = node.putArray("events");
    it.events().forEach(event -> write(event, events.addObject()));
  }

  /** What reading the stream brought and cost. */
  public static void writeOperations(StreamPreview it, ObjectNode node) {
    node.put("stream", it.stream());
    ObjectNode operations = node.putObject("operations");
    it.operations().forEach(operations::put);
    operations.put("pages", it.volume().pages()).put("checkpoints", it.checkpoints());
    node.put("records", it.volume().records()).put("bytes", it.volume().bytes());
    node.put("calls", it.volume().calls());
    ObjectNode cost = node.putObject("cost");
    it.volume().cost().amounts().forEach((unit, amount) -> cost.put(unit.name(), amount));
    node.set("schema_changes", DiscoveryFacts.texts(it.schemaChanges()));
    node.set("rejected", DiscoveryFacts.texts(it.rejected()));
  }

  private static void write(MetricEvent it, ObjectNode node) {
    node.put("metric", it.metric()).put("temporality", it.temporality().name());
    node.put("unit", it.unit()).put("value", EventText.value(it.value()));
    node.put("subject", EventText.subject(it));
    ObjectNode attributes = node.putObject("attributes");
    it.attributes().values().forEach(attributes::put);
    node.put("start", it.start().toString()).put("end", it.end().toString());
  }
}
