// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.OrganisationId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is sent to do harm, in every place where anything can be sent, is refused or kept as it is.
 */
class HostileInputTest {
  private static final List<String> HOSTILE =
      List.of(
          "a\u0000b",
          "'; DROP TABLE data_connectors; --",
          "x".repeat(3000),
          "\" OR \"\"=\"",
          "<script>alert(1)</script>",
          "x\r\nInjected: yes",
          "../../../../etc/passwd",
          "${7*7}{{7*7}}#{7*7}<%= 7*7 %>",
          "\ud800 alone",
          "%s%n%x",
          "\u202e\ufeff\ud83d\ude00");

  /** Of each kind that was ever the end of a server, one; all of them for whoever has the time. */
  private static final List<String> EVERYDAY = HOSTILE.subList(0, 3);

  private final OrganisationId organisation = Served.organisation();
  private final Visitor administrator = Served.member(organisation, "administrator");
  private final String connector = Connecting.addedNowhere(administrator, organisation);

  @Test
  void thatHarmsNothing() {
    everywhere(EVERYDAY);
  }

  @Test
  @Tag("later")
  void nothingElseDoes() {
    everywhere(HOSTILE);
  }

  @Test
  void whatIsKeptIsToldAsItIs() {
    String name = "<img src=x onerror=alert(1)> '; -- ${7*7}";
    String body = Connecting.body("kept").replace("\"kept\"", ApiDocument.text(name));
    Answer made = administrator.send("POST", Connecting.all(organisation), body, Map.of());
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    Answer told = administrator.get(Connecting.one(made.json().path("id").asText()));
    assertThat(told.json().path("name").asText()).isEqualTo(name);
    assertThat(told.header("Content-Type")).isEqualTo("application/json");
    assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  /** On a server of its own: the others would have to wait, too. */
  @Test
  void noLinkIsMadeOfIt() {
    try (Console console =
        Console.start(ConsoleAddress.here(0), Served.ACCESS, Served.installed())) {
      Visitor visitor = new Visitor(console.origin(), Served.HEARD);
      for (String hostile : HOSTILE.subList(0, 9)) {
        String body = "{\"link\": " + ApiDocument.text(hostile) + "}";
        Answer answer = visitor.send("POST", "/api/session", body, Map.of());
        assertThat(answer.status()).as(hostile).isEqualTo(401);
      }
    }
  }

  private void everywhere(List<String> hostile) {
    for (Operation operation : Operation.all()) {
      if (operation.template().equals("/api/session")) {
        continue;
      }
      for (String each : hostile) {
        inPath(operation, each);
        inQuery(operation, each);
        inBody(operation, each);
        inHeaders(operation, each);
      }
    }
    assertThat(administrator.get(Connecting.one(connector)).status()).isEqualTo(200);
  }

  private void inPath(Operation operation, String hostile) {
    for (String name :
        List.of(
            "{organisation}",
            "{connector}",
            "{stream}",
            "{attestation}",
            "{model}",
            "{type}",
            "{indicator}",
            "{badge}")) {
      if (operation.template().contains(name)) {
        Operation changed =
            new Operation(operation.method(), operation.template().replace(name, encoded(hostile)));
        send(operation, changed.path(organisation, connector), null, Map.of());
      }
    }
  }

  private void inQuery(Operation operation, String hostile) {
    String path = operation.path(organisation, connector);
    for (String name : Samples.queries(operation)) {
      String other = path.replaceFirst("\\?.*", "") + "?" + name + "=" + encoded(hostile);
      String alone =
          name.equals("organisation")
              ? other
              : path + (path.contains("?") ? "&" : "?") + name + "=" + encoded(hostile);
      send(operation, alone, null, Map.of());
    }
  }

  private void inBody(Operation operation, String hostile) {
    String path = operation.path(organisation, connector);
    for (JsonNode body : Samples.bodies(operation, hostile)) {
      send(operation, path, body.toString(), Map.of("If-Match", "*"));
    }
  }

  /** What the client lets through: lines are broken by hand elsewhere. */
  private void inHeaders(Operation operation, String hostile) {
    if (hostile.chars().anyMatch(it -> it < ' ' || it > '~')) {
      return;
    }
    String path = operation.path(organisation, connector);
    for (String name :
        List.of(
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Tidemark-Reason",
            "Last-Event-ID",
            "Accept")) {
      send(operation, path, null, Map.of(name, hostile));
    }
  }

  private void send(
      Operation operation,
      String path,
      @org.jspecify.annotations.Nullable String body,
      Map<String, String> headers) {
    String sent = body == null && !operation.isReading() ? "{}" : body;
    Answer answer = administrator.send(operation.method(), path, sent, headers);
    String as =
        operation + " " + path + " " + sent + " " + headers + ": " + answer.response().body();
    assertThat(answer.status()).as(as).isNotIn(401, 500, 503);
    assertThat(answer.header("Injected")).as(as).isEmpty();
    assertThat(answer.response().body())
        .as(as)
        .doesNotContain("root:x:", "org.postgresql", "SQLException");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
