// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the record of the stream {@code account} says in standard metrics. */
final class ExampleSignEvents {
  private static final String HEARTBEAT = "tidemark.connector.heartbeat";
  private static final String LAG = "tidemark.connector.lag";
  private static final String ELIGIBLE = "tidemark.connector.asset.eligible";
  private static final String MISSING = "tidemark.connector.permission.missing";

  static final String[] METRICS = {HEARTBEAT, LAG, ELIGIBLE, MISSING};

  private ExampleSignEvents() {}

  static void normalise(JsonNode sign, NormaliseContext context, EventSink sink) {
    JsonNode assets = sign.path("assets");
    if (!assets.isIntegralNumber()) {
      throw ConnectorException.of(
          Category.DATA, "assets is " + assets + "; it is how many tables there are");
    }
    Instant at = Instant.parse(sign.path("at").asText());
    Subject connector = new Subject("connector", context.stratum().urn());
    sink.accept(event(HEARTBEAT, "1", new MetricValue.Quantity(1), connector, at, success(), null));
    double lag = Math.max(0, Duration.between(at, context.observedAt()).toMillis() / 1e3);
    sink.accept(
        event(LAG, "s", new MetricValue.Quantity(lag), connector, at, Attributes.none(), null));
    eligible(assets.asLong(), sign.path("missing").size(), connector, at, context, sink);
    sign.path("missing").forEach(stream -> missing(stream.asText(), at, context, sink));
  }

  private static void eligible(
      long assets,
      long unseen,
      Subject connector,
      Instant at,
      NormaliseContext context,
      EventSink sink) {
    Population population = new Population(context.stratum(), "asset", assets, assets + unseen);
    MetricValue value = new MetricValue.Quantity((double) population.eligible());
    Attributes kind = Attributes.of("subject.kind", "asset");
    sink.accept(event(ELIGIBLE, "{asset}", value, connector, at, kind, population));
  }

  private static void missing(String stream, Instant at, NormaliseContext context, EventSink sink) {
    Subject lack = new Subject("connector", context.stratum() + "#permission=" + stream);
    MetricValue facts =
        new MetricValue.Facts(Map.of("permission", stream, "metric", "tidemark.data.asset.state"));
    sink.accept(event(MISSING, "{permission}", facts, lack, at, Attributes.none(), null));
  }

  private static Attributes success() {
    return Attributes.of("outcome", "success");
  }

  private static MetricEvent event(
      String metric,
      String unit,
      MetricValue value,
      Subject subject,
      Instant at,
      Attributes attributes,
      @Nullable Population population) {
    return new MetricEvent(
        metric, Temporality.INSTANT, unit, value, subject, attributes, at, at, 0, population);
  }
}
