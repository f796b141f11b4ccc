// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Capability;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ChargedUnit;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The connector type {@code example}: plays the script of an {@link ExampleAccount}, named by the
 * option {@code account}. A row with a negative value cannot be normalised.
 */
public final class ExampleConnectorType implements ConnectorType {
  /** How long the rows of {@code runs} may show late and change. */
  public static final Duration LATENCY = Duration.ofMinutes(10);

  private static final Option<String> ACCOUNT =
      Option.text("account").describedAs("Name of the scripted account.").required();
  private static final Option<Secret> TOKEN =
      Option.secret("token").describedAs("What the account lets a reader in for, if it asks.");
  private static final String RUN = "tidemark.data.pipeline.run";
  private static final String STATE = "tidemark.data.asset.state";

  @Override
  public Description description() {
    return new Description(
            "example",
            "1.0.0",
            "Example",
            "Plays a script: how connectors behave, without a platform.",
            List.of("none", "token refreshed by a credential"),
            Options.of(ACCOUNT, TOKEN),
            List.of(
                stream("events", StreamKind.APPEND, Duration.ZERO, RUN),
                stream("runs", StreamKind.UPSERT, LATENCY, RUN),
                stream("tables", StreamKind.SNAPSHOT, Duration.ZERO, STATE),
                stream("account", StreamKind.SNAPSHOT, Duration.ZERO, ExampleSignEvents.METRICS)),
            Set.of(Capability.PROVISIONAL_TAIL),
            new Budget(10_000, Duration.ofSeconds(1), 16))
        .withCharges(ChargedUnit.of("credits", "what the account says a fetch costs"));
  }

  @Override
  public Connector open(Settings settings) {
    return new ExampleConnector(
        ExampleAccount.named(settings.require(ACCOUNT)), settings.find(TOKEN).orElse(null));
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    if (change.operation() != Operation.UPSERT) {
      return;
    }
    JsonNode json = ExamplePlace.parse(change.payload().utf8());
    switch (stream) {
      case "account" -> ExampleSignEvents.normalise(json, context, sink);
      case "tables" -> sink.accept(state(change, json, context));
      default -> sink.accept(run(json));
    }
  }

  private static StreamDescription stream(
      String name, StreamKind kind, Duration latency, String... metrics) {
    return new StreamDescription(
        name,
        "Scripted " + name,
        kind,
        Duration.ofSeconds(1),
        latency,
        Precedence.NATIVE_PLATFORM,
        List.of(metrics));
  }

  private static MetricEvent run(JsonNode json) {
    JsonNode amount = json.path("value");
    double value = amount.asDouble();
    if (!amount.isNumber() || value < 0) {
      throw ConnectorException.of(
          Category.DATA, "value is " + amount + "; a run's value is a number and not negative");
    }
    Instant at = Instant.parse(json.get("at").asText());
    return new MetricEvent(
        RUN,
        Temporality.DELTA,
        "{run}",
        new MetricValue.Quantity(value),
        null,
        Attributes.of("environment", json.get("key").asText()),
        at,
        at,
        0,
        null);
  }

  private static MetricEvent state(Change change, JsonNode json, NormaliseContext context) {
    Map<String, String> facts = new TreeMap<>();
    json.properties().forEach(field -> facts.put(field.getKey(), field.getValue().asText()));
    return new MetricEvent(
        STATE,
        Temporality.INSTANT,
        "{asset}",
        new MetricValue.Facts(facts),
        new Subject("table", context.stratum() + "/" + change.key()),
        Attributes.none(),
        context.observedAt(),
        context.observedAt(),
        0,
        null);
  }
}
