// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.SubjectKind;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.NormaliseContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of records; golden ones and their events are the conformance kit's. */
class NormaliseTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Stratum STRATUM = new Stratum("postgres://db.example.com:5432");
  private static final NormaliseContext CONTEXT =
      new NormaliseContext(
          STRATUM, Instant.parse("2026-03-29T00:59:30.250Z"), text -> "hash(" + text + ")");

  private static final List<String> STREAMS =
      List.of("server", "databases", "tables", "roles", "replication", "statements");

  @Test
  void statesOnlyFactsOfTheCatalogueUnderItsNames() throws IOException {
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

  /** What the first golden record of a stream becomes; that it is the right thing, the kit says. */
  private static List<MetricEvent> events(String stream) throws IOException {
    String name = "golden/" + stream + ".events.json";
    try (InputStream resource = NormaliseTest.class.getResourceAsStream(name)) {
      JsonNode golden = JSON.readTree(resource).get(0);
      return normalise(stream, golden.get("key").asText(), golden.get("record").toString());
    }
  }

  private static List<MetricEvent> normalise(String stream, String key, String payload) {
    List<MetricEvent> events = new ArrayList<>();
    Change change = Change.upsert(key, Bytes.utf8(payload));
    new PostgresqlType().normalise(stream, change, CONTEXT, events::add);
    return events;
  }
}
