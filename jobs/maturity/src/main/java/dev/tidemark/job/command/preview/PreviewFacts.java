// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.event.MetricEvent;

/** A preview as JSON. */
final class PreviewFacts {
  private PreviewFacts() {}

  static void write(StreamPreview it, ObjectNode node) {
    writeOperations(it, node);
    node.put("ended", it.ended());
    node.set("samples", Output.JSON.valueToTree(it.samples()));
    node.set("metrics", Output.JSON.valueToTree(it.counts()));
    node.putArray("events");
    it.events().forEach(event -> write(event, node.withArray("events").addObject()));
  }

  /** What reading the stream brought and cost. */
  static void writeOperations(StreamPreview it, ObjectNode node) {
    node.put("stream", it.stream());
    ObjectNode operations = node.putObject("operations");
    it.operations().forEach(operations::put);
    operations.put("pages", it.volume().pages()).put("checkpoints", it.checkpoints());
    node.put("records", it.volume().records()).put("bytes", it.volume().bytes());
    node.put("calls", it.volume().calls());
    ObjectNode cost = node.putObject("cost");
    it.volume().cost().amounts().forEach((unit, amount) -> cost.put(unit.name(), amount));
    node.set("schema_changes", Output.JSON.valueToTree(it.schemaChanges()));
    node.set("rejected", Output.JSON.valueToTree(it.rejected()));
  }

  private static void write(MetricEvent it, ObjectNode node) {
    node.put("metric", it.metric()).put("temporality", it.temporality().name());
    node.put("unit", it.unit()).put("value", EventText.value(it.value()));
    node.put("subject", EventText.subject(it));
    node.set("attributes", Output.JSON.valueToTree(it.attributes().values()));
    node.put("start", it.start().toString()).put("end", it.end().toString());
  }
}
