// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import java.util.List;
import java.util.TreeMap;

/** Metric events as JSON that people can read and compare. */
final class EventDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventDocument() {}

  static JsonNode of(List<MetricEvent> events) {
    ArrayNode document = JSON.createArrayNode();
    events.forEach(event -> write(event, document.addObject()));
    return parsed(document);
  }

  private static void write(MetricEvent event, ObjectNode node) {
    node.put("metric", event.metric()).put("unit", event.unit());
    node.put("temporality", event.temporality().name());
    value(event.value(), node);
    if (event.subject() != null) {
      node.put("subject", event.subject().type() + " " + event.subject().urn());
    }
    if (!event.attributes().values().isEmpty()) {
      node.set("attributes", JSON.valueToTree(event.attributes().values()));
    }
    node.put("start", event.start().toString()).put("end", event.end().toString());
    if (event.revision() != 0) {
      node.put("revision", event.revision());
    }
    if (event.population() != null) {
      node.putObject("population")
          .put("kind", event.population().kind())
          .put("visible", event.population().visible())
          .put("eligible", event.population().eligible());
    }
  }

  private static void value(MetricValue value, ObjectNode node) {
    if (value instanceof MetricValue.Quantity quantity) {
      node.put("value", quantity.value());
    } else if (value instanceof MetricValue.Ratio ratio) {
      node.put("numerator", ratio.numerator()).put("denominator", ratio.denominator());
    } else if (value instanceof MetricValue.Member member) {
      node.put("member", member.pseudonym());
    } else if (value instanceof MetricValue.Facts facts) {
      node.set("facts", JSON.valueToTree(new TreeMap<>(facts.facts())));
    }
  }

  /** Numbers as reading them back makes them, so that documents compare. */
  private static JsonNode parsed(JsonNode document) {
    try {
      return JSON.readTree(document.toString());
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException("what was written can be read", impossible);
    }
  }
}
