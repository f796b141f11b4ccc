// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A record as read: errors of a pipeline. The one parser all contestants use.
 *
 * @param at seconds since 1970
 */
public record PipelineErrors(String pipeline, long at, long errors) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads a record; fields that do not matter are passed over. */
  public static PipelineErrors parse(byte[] json) {
    try (JsonParser parser = JSON.createParser(json)) {
      String pipeline = "";
      long at = 0;
      long errors = 0;
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "pipeline" -> pipeline = parser.getText();
          case "at" -> at = parser.getLongValue();
          case "errors" -> errors = parser.getLongValue();
          default -> parser.skipChildren();
        }
      }
      return new PipelineErrors(pipeline, at, errors);
    } catch (IOException failure) {
      throw new UncheckedIOException("a record that was made for this is no JSON", failure);
    }
  }

  /** Says what it counts for. */
  public void to(EventSink sink) {
    Instant when = Instant.ofEpochSecond(at);
    sink.accept(
        new MetricEvent(
            BenchConnectorType.METRIC,
            Temporality.DELTA,
            "{error}",
            new MetricValue.Quantity(errors),
            null,
            Attributes.of(BenchConnectorType.ATTRIBUTE, pipeline),
            when,
            when,
            0,
            null));
  }
}
