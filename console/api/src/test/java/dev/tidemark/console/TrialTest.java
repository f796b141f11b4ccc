// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Status.Access;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts are tried before they are relied on, here a real PostgreSQL server. */
class TrialTest {
  private static final String WRONG = "canary-wrong-password";
  private final OrganisationId organisation = Served.organisation();
  private final Visitor editor = Served.member(organisation, "editor");
  private final Database account = TestServer.freshDatabase();
  private final String unsaved = "/api/connector-types/postgresql/%s?organisation=" + organisation;

  @Test
  void whatIsNotSavedYetIsCheckedNeedByNeed() {
    JsonNode fine = ask("check", account.password().reveal()).json();
    assertThat(fine.path("passed").asBoolean()).as(fine.toString()).isTrue();
    assertThat(fine.path("results")).isNotEmpty();
    JsonNode refused = ask("check", WRONG).json();
    assertThat(refused.path("passed").asBoolean()).isFalse();
    assertThat(refused.findValuesAsText("code")).contains("auth_failed");
    assertThat(Served.HEARD).noneMatch(told -> told.contains(WRONG));
    Answer incomplete = editor.send("POST", unsaved.formatted("check"), "{}", Map.of());
    assertThat(incomplete.status()).isEqualTo(422);
    assertThat(incomplete.json().path("faults")).isNotEmpty();
  }

  @Test
  void whatItHoldsAndWouldBringIsShown() {
    JsonNode held = ask("discover", account.password().reveal()).json();
    assertThat(held.path("streams").findValuesAsText("name")).contains("tables");
    String path = unsaved.formatted("preview") + "&stream=tables&records=5";
    String body = settings(account.password().reveal()).toString();
    JsonNode brought = editor.send("POST", path, body, Map.of()).json().path("items");
    assertThat(brought).hasSize(1);
    assertThat(brought.get(0).path("calls").asLong()).isPositive();
    Answer unknown =
        editor.send("POST", unsaved.formatted("preview") + "&stream=none", body, Map.of());
    assertThat(unknown.status()).isEqualTo(400);
    Answer failed = ask("discover", WRONG);
    assertThat(failed.status()).isEqualTo(502);
    assertThat(failed.json().path("detail").asText()).startsWith("auth_failed: ");
    assertThat(Served.HEARD).noneMatch(told -> told.contains(WRONG));
  }

  @Test
  void aConnectorIsTriedAsItIsStoredAndThatIsNoted() {
    String one = Connecting.one(stored());
    Map<String, String> reason = Map.of("Tidemark-Reason", "it fails");
    JsonNode checked = editor.send("POST", one + "/check", null, reason).json();
    assertThat(checked.path("passed").asBoolean()).as(checked.toString()).isTrue();
    assertThat(Served.OWNER.status().access(organisation, Instant.EPOCH))
        .extracting(Access::purpose)
        .contains("check in the console: it fails");
    assertThat(editor.send("POST", one + "/preview?records=1", null, Map.of()).json().path("items"))
        .hasSize(1);
  }

  @Test
  void aRunningJobTakesUpAnewWhatIsToBeReadNow() {
    String id = stored();
    String one = Connecting.one(id);
    long known = Served.count("SELECT version AS n FROM registry_clock");
    Answer asked = editor.send("POST", one + "/sync", null, Map.of());
    assertThat(asked.status()).isEqualTo(200);
    try (PostgresLedger ledger = Served.ACCESS.open()) {
      assertThat(ledger.registry().changesAfter(known, 100))
          .anyMatch(change -> String.valueOf(change.connector()).contains(id));
      Long ticked = ledger.registry().activeVersions().get(ConnectorId.of(id));
      assertThat(asked.tag()).isEqualTo("\"v" + ticked + "\"");
      Served.change(
          "UPDATE data_connectors SET sync_asked_at = now() + interval '1 hour' WHERE id = ?::uuid",
          id);
      String tag = editor.get(one).tag();
      editor.send("POST", one + "/sync", null, Map.of());
      assertThat(editor.get(one).tag()).as("again within seconds").isEqualTo(tag);
    }
    editor.send("POST", one + "/pause", null, Map.of("If-Match", editor.get(one).tag()));
    assertThat(editor.send("POST", one + "/sync", null, Map.of()).status()).isEqualTo(409);
  }

  private Answer ask(String verb, String password) {
    return editor.send("POST", unsaved.formatted(verb), settings(password).toString(), Map.of());
  }

  /** Streams to be read are one, so that reading them is quick. */
  private String stored() {
    ObjectNode body = settings(account.password().reveal());
    body.put("type", "postgresql").put("name", "own").putArray("streams").add("tables");
    Answer made = editor.send("POST", Connecting.all(organisation), body.toString(), Map.of());
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private ObjectNode settings(String password) {
    URI server = URI.create(account.jdbcUrl().substring("jdbc:".length()));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings")
        .put("host", server.getHost())
        .put("port", server.getPort())
        .put("database", server.getPath().substring(1))
        .put("user", account.user())
        .put("password", password);
    return body;
  }
}
