// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people decide about their estate, and have read again. */
class DecisionsTest {
  private static final OrganisationId ORGANISATION = Served.organisation();
  private static final String HERE = "/api/organisations/" + ORGANISATION;
  private static final Visitor EDITOR = Served.member(ORGANISATION, "editor");
  private static final String PLATFORM = "postgres://warehouse";
  private static String connector = "";

  @BeforeAll
  static void somethingIsRead() {
    connector = Connecting.added(EDITOR, ORGANISATION);
    Served.change(
        """
        INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                            precedence, metrics, complete_through)
        VALUES (?, ?, 'tables', 'postgresql', ?, 60000, 0, 'NATIVE_PLATFORM', '{tidemark.connector.heartbeat}', now())\
        """,
        ORGANISATION.value(),
        UUID.fromString(connector),
        PLATFORM);
    Served.scored(ORGANISATION);
  }

  @Test
  void platformsCountAsIsDecided() {
    JsonNode counted = decide("count", "\"materiality\": 3").json();
    assertThat(counted.at("/declaration/materiality").asDouble()).isEqualTo(3);
    assertThat(counted.at("/declaration/reason").asText()).isEqualTo("audit of May");
    assertThat(counted.at("/declaration/actor").asText()).startsWith("editor ");
    String since = counted.at("/declaration/since").asText();
    assertThat(decide("count", "\"materiality\": 3").json().at("/declaration/since").asText())
        .as("what is so already is not declared again")
        .isEqualTo(since);
    assertThat(decide("retire", "").json().at("/declaration/retired").asBoolean()).isTrue();
    assertThat(decide("restore", "").json().at("/declaration/retired").asBoolean()).isFalse();
    assertThat(decide("exempt", "\"indicator\": \"GOV.OWN\"").json().at("/declaration/exempt"))
        .hasSize(1);
    assertThat(decide("include", "\"indicator\": \"GOV.OWN\"").json().at("/declaration/exempt"))
        .isEmpty();
    assertThat(EDITOR.get(HERE + "/estate").json().at("/items/0/stratum").asText())
        .isEqualTo(PLATFORM);
  }

  @Test
  void whatWouldBeIsComputedAndNothingIsChanged() {
    JsonNode step = EDITOR.get(HERE + "/next-steps").json().at("/steps/0");
    String sent =
        "{\"steps\": [{\"indicator\": %s, \"stratum\": %s, \"action\": %s}]}"
            .formatted(step.path("indicator"), step.path("stratum"), step.path("action"));
    JsonNode effect = post("/next-steps/what-if", sent).json();
    assertThat(effect.path("delta").asDouble())
        .isPositive()
        .isEqualTo(step.path("gain").asDouble(), within(1e-3));
    double lines =
        StreamSupport.stream(effect.path("lines").spliterator(), false)
            .mapToDouble(line -> line.path("maturity").asDouble())
            .sum();
    assertThat(lines).isEqualTo(effect.path("delta").asDouble(), within(1e-9));
    assertThat(post("/next-steps/what-if", "{\"steps\": []}").status()).isEqualTo(422);
    String added =
        "{\"stratum\": \"s3://unseen\", \"change\": \"add\", \"materiality\": 1, \"reason\":"
            + " \"r\"}";
    JsonNode wider = post("/estate/changes/rehearsal", added).json();
    assertThat(wider.at("/before/maturity").asDouble())
        .isEqualTo(EDITOR.get(HERE + "/score").json().path("maturity").asDouble(), within(0.01));
    assertThat(EDITOR.get(HERE + "/estate").json().path("items")).hasSize(1);
    String core =
        EDITOR.get(HERE + "/models").json().at("/items/0/id").asText().replace(" ", "%20");
    assertThat(EDITOR.get(HERE + "/models/" + core + "/effect").json().path("delta").asDouble())
        .isZero();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(decide("count", "\"materiality\": 0").status()).isEqualTo(422);
    assertThat(decide("sell", "").status()).isEqualTo(422);
    Answer unknown = decide("exempt", "\"indicator\": \"NO.SUCH\"");
    assertThat(unknown.json().at("/faults/0/detail").asText()).contains("GOV.OWN");
    String elsewhere = "{\"stratum\": \"s3://gone\", \"change\": \"retire\", \"reason\": \"r\"}";
    assertThat(post("/estate/changes", elsewhere).json().at("/faults/0/pointer").asText())
        .isEqualTo("/stratum");
    String silent = "{\"stratum\": \"%s\", \"change\": \"retire\"}".formatted(PLATFORM);
    assertThat(post("/estate/changes", silent).json().at("/faults/0/pointer").asText())
        .isEqualTo("/reason");
  }

  @Test
  void statementsAreSignedAndTakenBack() {
    LocalDate expires = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    Answer signed = post("/attestations", statement(expires));
    assertThat(signed.status()).isEqualTo(201);
    assertThat(signed.json().path("signer").asText()).startsWith("editor ");
    String one = HERE + "/attestations/" + signed.json().path("id").asText();
    assertThat(EDITOR.send("DELETE", one, null, Map.of()).status()).isEqualTo(204);
    JsonNode listed = EDITOR.get(HERE + "/attestations").json().at("/items/0");
    assertThat(listed.path("withdrawn_at").isNull()).isFalse();
    assertThat(post("/attestations", statement(expires.minusYears(1))).status()).isEqualTo(422);
    assertThat(EDITOR.send("DELETE", HERE + "/attestations/x", null, Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void rejectedRecordsAreReadAgainOnce() {
    UUID passed = UUID.randomUUID();
    Served.change(
        """
        INSERT INTO rejected_record (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload,
                                     observed_at, stream_id, standing)
        SELECT ?, organisation_id, connector_id, name, connector_type, 'key', 'no number', ?, now(), id, 'PASSED'
          FROM stream WHERE connector_id = ?\
        """,
        passed,
        Connecting.CANARY.getBytes(StandardCharsets.UTF_8),
        UUID.fromString(connector));
    String body = "{\"ids\": [\"%s\", \"%s\"]}".formatted(passed, UUID.randomUUID());
    JsonNode asked = post("/rejected-records/replay", body).json();
    assertThat(asked.path("asked").asInt()).isEqualTo(1);
    assertThat(asked.at("/items/0/replay").asText()).isEqualTo("possible");
    JsonNode again = post("/rejected-records/replay", body).json();
    assertThat(again.path("asked").asInt()).isZero();
    assertThat(again.at("/items/0/replay").asText()).isEqualTo("waiting");
    assertThat(post("/rejected-records/replay", "{\"ids\": []}").status()).isEqualTo(422);
  }

  @Test
  void volumesAreToldByHour() {
    Served.change(
        """
        INSERT INTO sync_log (stream_id, hour, organisation_id, polls, records)
        SELECT id, date_trunc('hour', now(), 'UTC') - hours * interval '1 hour', organisation_id, 2, 70
          FROM stream, unnest(ARRAY[0, 3, 30]) hours WHERE connector_id = ?\
        """,
        UUID.fromString(connector));
    String path = Connecting.one(connector) + "/volumes";
    JsonNode day = EDITOR.get(path).json().path("items");
    assertThat(day).hasSize(2);
    assertThat(day.get(1).path("records").asLong()).isEqualTo(70);
    assertThat(EDITOR.get(path + "?hours=48").json().path("items")).hasSize(3);
    JsonNode added = EDITOR.get(path + "?hours=48&step=24").json().path("items");
    assertThat(added).isNotEmpty();
    assertThat(added).allMatch(it -> it.path("hour").asText().endsWith("T00:00:00Z"));
    assertThat(added.findValues("records").stream().mapToLong(JsonNode::asLong).sum())
        .isBetween(140L, 210L);
    assertThat(EDITOR.get(path + "?hours=0").status()).isEqualTo(400);
    Answer tooFine = EDITOR.get(path + "?hours=744");
    assertThat(tooFine.status()).isEqualTo(400);
    assertThat(tooFine.json().toString()).contains("at most 72 times step");
  }

  @Test
  void modelsSayWhatTheyMakeOfIt() {
    ObjectNode card = Served.scored(ORGANISATION);
    JsonNode model = EDITOR.get(HERE + "/models").json().at("/items/0");
    assertThat(model.path("status").asText()).isEqualTo("active");
    assertThat(model.at("/score/maturity").asDouble())
        .isEqualTo(card.path("maturity").asDouble(), within(0.01));
    assertThat(EDITOR.get(HERE + "/score/reasons?after=2026-01-01").json().path("through").isNull())
        .isTrue();
  }

  private static Answer decide(String change, String more) {
    String rest = more.isEmpty() ? "" : ", " + more;
    return post(
        "/estate/changes",
        "{\"stratum\": \"%s\", \"change\": \"%s\", \"reason\": \"audit of May\"%s}"
            .formatted(PLATFORM, change, rest));
  }

  private static String statement(LocalDate expires) {
    return """
    {"indicator": "GOV.OWN", "stratum": "%s", "value": 0.5, "expires": "%s", "statement": "half of it"}\
    """
        .formatted(PLATFORM, expires);
  }

  private static Answer post(String path, String body) {
    return EDITOR.send("POST", HERE + path, body, Map.of());
  }
}
