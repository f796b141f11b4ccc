// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static dev.tidemark.console.Connecting.CANARY;
import static dev.tidemark.console.Connecting.all;
import static dev.tidemark.console.Connecting.body;
import static dev.tidemark.console.Connecting.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Status.Access;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.ConnectorSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Connectors come, change and go through the API. */
class ConnectorsTest {
  private final OrganisationId organisation = Served.organisation();
  private final Visitor editor = Served.member(organisation, "editor");

  @Test
  void aConnectorIsMadeChangedAndRemoved() {
    String id = Connecting.added(editor, organisation);
    Answer seen = editor.get(one(id));
    assertThat(seen.json().path("intervals").path("*").asText()).isEqualTo("PT5M");
    Answer paused = change("POST", id + "/pause", null, seen.tag());
    assertThat(paused.json().path("status").asText()).isEqualTo("PAUSED");
    Answer resumed = change("POST", id + "/resume", null, paused.tag());
    Answer reset = change("POST", id + "/reset", null, resumed.tag());
    String renamed = "{\"name\": \"renamed\", \"streams\": [\"tables\"]}";
    Answer changed = change("PUT", id, renamed, reset.tag());
    assertThat(changed.json().path("name").asText()).isEqualTo("renamed");
    assertThat(changed.json().path("intervals")).isEmpty();
    assertThat(stored(id)).contains(CANARY).contains("db.example.com");
    assertThat(change("DELETE", id, null, changed.tag()).status()).isEqualTo(204);
    assertThat(editor.get(one(id)).status()).isEqualTo(404);
    assertThat(editor.get(all(organisation)).json().path("items")).isEmpty();
  }

  /** The running job asks for what changed after the version it knows. */
  @Test
  void aRunningJobSeesEveryChange() {
    try (PostgresLedger ledger = Served.ACCESS.open()) {
      long known = Served.count("SELECT version AS n FROM registry_clock");
      String id = Connecting.added(editor, organisation);
      assertThat(ledger.registry().changesAfter(known, 100))
          .filteredOn(change -> change.organisation().equals(organisation))
          .singleElement()
          .satisfies(change -> assertThat(String.valueOf(change.connector())).contains(id));
      change("POST", id + "/pause", null, editor.get(one(id)).tag());
      assertThat(ledger.registry().activeVersions()).doesNotContainKey(ConnectorId.of(id));
    }
  }

  @Test
  void aStreamIsRewoundAfterALookAtWhatThatTakesAway() {
    String id = Connecting.added(editor, organisation);
    String path = one(id) + "/streams/tables/rewind";
    assertThat(editor.get(path).status()).isEqualTo(404);
    streamWithACounter(UUID.fromString(id));
    assertThat(editor.get(path).json().path("counters").asLong()).isEqualTo(1);
    Answer done = editor.send("POST", path, null, Map.of("Tidemark-Reason", "bad clock"));
    assertThat(done.json().path("counters").asLong()).isEqualTo(1);
    assertThat(editor.get(path).json().path("counters").asLong()).isZero();
    assertThat(Served.OWNER.status().access(organisation, Instant.EPOCH))
        .extracting(Access::action, Access::purpose)
        .contains(tuple("RESET", "rewind tables in the console: bad clock"));
  }

  private void streamWithACounter(UUID connector) {
    Served.stream(organisation, connector);
    Served.change(
        """
        INSERT INTO counter_reading (stream_id, series, organisation_id, stratum, metric, subject, attributes, value, start, at, moved_at)
        SELECT id, gen_random_uuid(), organisation_id, stratum, 'm', 's', '{}', 1, 0, 0, 0 FROM stream WHERE connector_id = ?\
        """,
        connector);
  }

  @Test
  void theSameRequestMakesOne() {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = editor.send("POST", all(organisation), body("once"), key);
    Answer again = editor.send("POST", all(organisation), body("once"), key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    Answer other = editor.send("POST", all(organisation), body("twice"), key);
    assertThat(other.json().path("type").asText()).isEqualTo("urn:tidemark:problem:key-reused");
    String id = first.json().path("id").asText();
    change("DELETE", id, null, first.tag());
    assertThat(editor.send("POST", all(organisation), body("once"), key).status()).isEqualTo(410);
  }

  @Test
  void ofTwoEditorsTheSecondIsToldThatTheFirstWasThere() {
    String id = Connecting.added(editor, organisation);
    Visitor other = Served.member(organisation, "editor");
    String tag = other.get(one(id)).tag();
    change("POST", id + "/pause", null, editor.get(one(id)).tag());
    Map<String, String> seen = Map.of("If-Match", tag);
    Answer late = other.send("PUT", one(id), "{\"name\": \"mine\"}", seen);
    assertThat(late.status()).isEqualTo(412);
    assertThat(other.send("DELETE", one(id), null, seen).status()).isEqualTo(412);
    assertThat(other.send("DELETE", one(id), null, Map.of()).status()).isEqualTo(428);
    assertThat(other.get(one(id)).json().path("name").asText()).isEqualTo("warehouse");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    String wrong =
        """
        {"type": "postgresql", "name": " ", "streams": ["none"], "intervals": {"*": "often"},
         "budget": {"gold": 1}, "settings": {"host": "db.example.com", "port": 0, "pasword": "%s"}}\
        """
            .formatted(CANARY);
    Answer answer = editor.send("POST", all(organisation), wrong, Map.of());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("faults").findValuesAsText("pointer"))
        .contains(
            "/name", "/streams", "/intervals", "/budget", "/settings/port", "/settings/pasword");
    assertThat(editor.send("POST", all(organisation), "{\"type\": 7", Map.of()).status())
        .isEqualTo(400);
    assertThat(editor.send("POST", all(organisation), "{\"surprise\": 7}", Map.of()).status())
        .isEqualTo(400);
    assertThat(editor.send("POST", all(organisation), "{\"type\": \"none\"}", Map.of()).status())
        .isEqualTo(422);
    Connecting.added(editor, organisation);
    Answer taken = editor.send("POST", all(organisation), body("warehouse"), Map.of());
    assertThat(taken.status()).isEqualTo(409);
  }

  /** It would be sent wherever the new settings say. */
  @Test
  void aSecretIsNotTakenOverToOtherSettings() {
    String id = Connecting.added(editor, organisation);
    String elsewhere =
        "{\"name\": \"warehouse\", \"settings\": {\"host\": \"evil.example.com\", \"user\":"
            + " \"u\"}}";
    change("PUT", id, elsewhere, editor.get(one(id)).tag());
    assertThat(stored(id)).contains("evil.example.com").doesNotContain(CANARY);
  }

  @Test
  void secretsAreNowhereAndLooksAreNoted() {
    String id = Connecting.added(editor, organisation);
    Map<String, String> reason = Map.of("Tidemark-Reason", "ticket 4711");
    JsonNode settings = editor.send("GET", one(id) + "/settings", null, reason).json();
    assertThat(settings.path("settings").path("host").asText()).isEqualTo("db.example.com");
    assertThat(settings.path("secrets").toString()).isEqualTo("[\"password\"]");
    assertThat(Served.HEARD).isNotEmpty().noneMatch(told -> told.contains(CANARY));
    assertThat(columnsWith(CANARY)).isEmpty();
    List<Access> noted = Served.OWNER.status().access(organisation, Instant.EPOCH);
    assertThat(noted).allMatch(access -> access.actor().startsWith("editor "));
    assertThat(noted)
        .extracting(Access::action, Access::purpose)
        .containsExactly(
            tuple("CREATE", "create in the console"),
            tuple("READ", "looked at in the console: ticket 4711"));
    Answer audit =
        Served.member(organisation, "administrator")
            .get("/api/organisations/" + organisation + "/audit?limit=1");
    assertThat(audit.json().path("items").get(0).path("action").asText()).isEqualTo("READ");
    assertThat(audit.json().path("next").isTextual()).isTrue();
  }

  private Answer change(String method, String path, @Nullable String body, String tag) {
    Answer answer = editor.send(method, one(path), body, Map.of("If-Match", tag));
    assertThat(answer.status()).as(answer.response().body()).isBetween(200, 204);
    return answer;
  }

  private static String stored(String id) {
    try (PostgresLedger ledger = Served.ACCESS.open()) {
      ConnectorSettings settings =
          ledger.registry().settings(ConnectorId.of(id), "test").orElseThrow();
      return settings.settings().reveal();
    }
  }

  private static List<String> columnsWith(String canary) {
    List<String> tables =
        Served.DATABASE.transaction(
            session ->
                session.list(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'tidemark'",
                    row -> row.text("tablename")));
    return tables.stream()
        .filter(
            table ->
                Served.count(
                        "SELECT count(*) AS n FROM tidemark." + table + " t WHERE t::text LIKE ?",
                        "%" + canary + "%")
                    > 0)
        .toList();
  }
}
