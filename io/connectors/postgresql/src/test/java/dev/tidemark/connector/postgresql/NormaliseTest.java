// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.SubjectKind;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.NormaliseContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as servers gave them, and the metric events they become, line by line. */
class NormaliseTest {
  private static final Stratum STRATUM = new Stratum("postgres://db.example.com:5432");
  private static final NormaliseContext CONTEXT =
      new NormaliseContext(
          STRATUM, Instant.parse("2026-03-29T00:59:30.250Z"), text -> "hash(" + text + ")");

  private static final List<String> STREAMS =
      List.of("server", "databases", "tables", "roles", "replication", "statements");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server",
        "server-blind",
        "databases",
        "tables",
        "tables-15",
        "tables-view",
        "tables-partitioned",
        "roles",
        "roles-unseen",
        "replication",
        "replication-standby",
        "statements"
      })
  void agreesWithGoldenEvents(String name) {
    assertThat(printed(events(name))).isEqualTo(resource(name + ".events"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "server-blind", "tables", "tables-partitioned", "roles"})
  void emitsNothingTheCatalogueDoesNotKnow(String name) {
    for (MetricEvent event : events(name)) {
      Metric metric = MetricCatalogue.standard().require(event.metric());
      assertThat(metric.attributes()).containsAll(event.attributes().values().keySet());
      String stream = name.split("-")[0];
      assertThat(Streams.require(stream).description().metrics()).contains(event.metric());
    }
  }

  @Test
  void statesOnlyFactsOfTheCatalogueUnderItsNames() {
    MetricValue.Facts facts = (MetricValue.Facts) events("tables").get(0).value();
    assertThat(MetricCatalogue.standard().facts(SubjectKind.ASSET))
        .contains("asset.kind", "owner.present", "described", "shared", "read.day")
        .containsAll(
            facts.facts().keySet().stream()
                .filter(name -> !TableFacts.DETAILS.contains(name))
                .toList());
  }

  @Test
  void emitsNothingForADeletion() {
    for (String stream : STREAMS) {
      new PostgresqlType()
          .normalise(
              stream,
              Change.delete("x"),
              CONTEXT,
              event -> {
                throw new AssertionError(event.toString());
              });
    }
  }

  @Test
  void rejectsWhatIsNoRecord() {
    for (String stream : STREAMS) {
      for (String payload : List.of("", "[]", "{}", "{\"at\": 5}", "{\"at\": \"soon\"}", "{")) {
        assertThatThrownBy(() -> normalise(stream, "key", payload))
            .as("%s %s", stream, payload)
            .isInstanceOf(ConnectorException.class)
            .hasMessageStartingWith("record key")
            .extracting(failure -> ((ConnectorException) failure).category())
            .isEqualTo(Category.DATA);
      }
    }
    assertThatThrownBy(() -> normalise("tables", "k", "{\"at\": \"2026-01-01T00:00:00Z\"}"))
        .hasMessage("record k: field kind must be a text");
  }

  @Test
  void refusesUnknownStreamsByName() {
    assertThatThrownBy(() -> normalise("tabels", "k", "{}"))
        .hasMessage(
            "postgresql has no stream 'tabels'; it has server, databases, tables, roles,"
                + " replication, statements");
  }

  private static List<MetricEvent> events(String name) {
    String[] record = resource(name + ".json").split("\n", 2);
    return normalise(name.split("-")[0], record[0].replaceFirst("^# ", ""), record[1]);
  }

  private static List<MetricEvent> normalise(String stream, String key, String payload) {
    List<MetricEvent> events = new ArrayList<>();
    Change change = Change.upsert(key, Bytes.utf8(payload));
    new PostgresqlType().normalise(stream, change, CONTEXT, events::add);
    return events;
  }

  private static String printed(List<MetricEvent> events) {
    return events.stream().map(NormaliseTest::printed).collect(Collectors.joining());
  }

  private static String printed(MetricEvent event) {
    StringBuilder line = new StringBuilder();
    line.append(event.metric()).append(' ').append(event.temporality()).append(' ');
    line.append(printed(event.value())).append(' ').append(event.unit());
    if (event.subject() != null) {
      line.append(" of ").append(event.subject().type()).append(' ').append(event.subject().urn());
    }
    if (!event.attributes().values().isEmpty()) {
      line.append(" with ").append(event.attributes());
    }
    line.append(" at ");
    if (!event.start().equals(event.end())) {
      line.append(event.start()).append('/');
    }
    line.append(event.end());
    if (event.population() != null) {
      line.append(" seeing ").append(event.population().visible());
      line.append(" of ").append(event.population().eligible());
    }
    return line.append('\n').toString();
  }

  private static String printed(MetricValue value) {
    if (value instanceof MetricValue.Quantity quantity) {
      return Double.toString(quantity.value());
    }
    if (value instanceof MetricValue.Member member) {
      return member.pseudonym();
    }
    return value instanceof MetricValue.Facts facts
        ? new TreeMap<>(facts.facts()).toString()
        : value.toString();
  }

  private static String resource(String name) {
    try (InputStream in = NormaliseTest.class.getResourceAsStream("golden/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(name, unreadable);
    }
  }
}
