// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the pages of one stream hold. Not safe for use by several threads. */
final class Tally {
  private static final int SAMPLES = 3;
  private static final int EVENTS = 12;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConnectorType type;
  private final String stream;
  private final ObservedSchema schema;
  private final Map<Operation, Long> operations = new EnumMap<>(Operation.class);
  private final List<JsonNode> samples = new ArrayList<>();
  private final List<MetricEvent> events = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> rejected = new ArrayList<>();
  private Volume volume = Volume.none();
  private long checkpoints;

  Tally(ConnectorType type, String stream, ObservedSchema schema) {
    this.type = type;
    this.stream = stream;
    this.schema = schema;
    for (Operation operation : Operation.values()) {
      operations.put(operation, 0L);
    }
  }

  void page(Fetched page, boolean moved, NormaliseContext context) {
    volume = volume.plus(page.volume());
    checkpoints += moved ? 1 : 0;
    page.changes().forEach(change -> change(change, context));
  }

  private void change(Change change, NormaliseContext context) {
    operations.merge(change.operation(), 1L, Long::sum);
    if (change.operation() == Operation.UPSERT) {
      sample(change);
    }
    try {
      type.normalise(stream, change, context, this::event);
    } catch (ConnectorException unusable) {
      reject(change, unusable);
    }
  }

  private void sample(Change change) {
    try {
      JsonNode tree = JSON.readTree(change.payload().array());
      schema.see(tree);
      if (samples.size() < SAMPLES) {
        samples.add(tree);
      }
    } catch (JsonProcessingException malformed) {
      rejected.add(change.key() + ": no JSON");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void reject(Change change, ConnectorException unusable) {
    if (unusable.category() != Category.DATA) {
      throw unusable;
    }
    rejected.add(change.key() + ": " + unusable.getMessage());
  }

  private void event(MetricEvent event) {
    counts.merge(event.metric(), 1L, Long::sum);
    if (events.size() < EVENTS) {
      events.add(event);
    }
  }

  StreamPreview result(boolean ended) {
    Map<String, Long> named = new TreeMap<>();
    operations.forEach((it, count) -> named.put(it.name().toLowerCase(Locale.ROOT), count));
    return new StreamPreview(
        stream,
        ended,
        named,
        volume,
        checkpoints,
        List.copyOf(schema.changes()),
        List.copyOf(rejected),
        List.copyOf(samples),
        List.copyOf(events),
        counts);
  }
}
