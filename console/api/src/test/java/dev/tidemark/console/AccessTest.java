// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.console.access.Token;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets in, and how. */
class AccessTest {
  @Test
  void theFirstLinkLetsAnAdministratorInOnce() {
    String link = Served.CONSOLE.firstLink().orElseThrow().reveal();
    String newer = Served.CONSOLE.firstLink().orElseThrow().reveal();
    assertThat(Served.visitor().signIn(link).status()).as("an older link").isEqualTo(401);
    Visitor administrator = Served.visitor();
    Answer begun = administrator.signIn(newer);
    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
    OrganisationId later = Served.organisation();
    assertThat(administrator.get("/api/organisations/" + later + "/audit").status()).isEqualTo(200);
    assertThat(Served.visitor().signIn(newer).status()).as("a second time").isEqualTo(401);
    assertThat(Served.CONSOLE.firstLink()).isEmpty();
    assertThat(
            Served.count(
                "SELECT count(*) AS n FROM console_link l WHERE l::text LIKE ?", "%" + newer + "%"))
        .isZero();
    assertThat(administrator.send("DELETE", "/api/session", null, Map.of()).status())
        .isEqualTo(204);
    assertThat(administrator.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void oldLinksAndSessionsLetNobodyIn() {
    UUID person = UUID.randomUUID();
    Served.change("INSERT INTO console_person (id, name) VALUES (?, ?)", person, "late " + person);
    Token link = Token.random();
    Served.change(
        "INSERT INTO console_link (hash, person_id, expires_at) VALUES (sha256(?::bytea), ?,"
            + " now())",
        link.reveal().getBytes(StandardCharsets.UTF_8),
        person);
    assertThat(Served.visitor().signIn(link.reveal()).status()).isEqualTo(401);
    Visitor visitor = Served.signedIn(person);
    Served.change("UPDATE console_session SET expires_at = now() WHERE person_id = ?", person);
    assertThat(visitor.get("/api/session").status()).isEqualTo(401);
    for (String forged : new String[] {"", "x", "'; DROP TABLE console_session; --"}) {
      Visitor forger = Served.visitor().bearing("tidemark_session=" + forged, "");
      assertThat(forger.get("/api/session").status()).as(forged).isEqualTo(401);
    }
  }

  @Test
  void aRoleTakenAwayIsGoneAtOnce() {
    OrganisationId organisation = Served.organisation();
    Visitor viewer = Served.member(organisation, "viewer");
    String path = "/api/organisations/" + organisation + "/streams";
    assertThat(viewer.get(path).status()).isEqualTo(200);
    Served.change("DELETE FROM console_role WHERE organisation_id = ?", organisation.value());
    assertThat(viewer.get(path).status()).isEqualTo(404);
    assertThat(viewer.get("/api/organisations").json().path("items")).isEmpty();
  }

  /** On a server of its own: the others would have to wait, too. */
  @Test
  void attemptsAreSlowedDown() {
    try (Console console =
        Console.start(ConsoleAddress.here(0), Served.ACCESS, Served.installed())) {
      Visitor visitor = new Visitor(console.origin(), Served.HEARD);
      Answer answer = visitor.signIn("x");
      for (int attempt = 0; attempt < 50 && answer.status() == 401; attempt++) {
        answer = visitor.signIn("x");
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 7);
    }
  }

  @Test
  void whatIsTooLargeOrNoJsonIsNotRead() {
    String large = "{\"link\": \"" + "x".repeat(300_000) + "\"}";
    Visitor viewer = Served.member(Served.organisation(), "editor");
    String path = "/api/data-connectors?organisation=" + UUID.randomUUID();
    assertThat(viewer.send("POST", path, "{}", Map.of("Content-Type", "text/plain")).status())
        .isEqualTo(404);
    OrganisationId organisation = Served.organisation();
    Visitor editor = Served.member(organisation, "editor");
    String own = Connecting.all(organisation);
    assertThat(editor.send("POST", own, large, Map.of()).status()).isEqualTo(413);
    assertThat(editor.send("POST", own, "{}", Map.of("Content-Type", "text/plain")).status())
        .isEqualTo(415);
  }

  @Test
  void everyAnswerTellsBrowsersToKeepToThemselves() {
    for (String path : new String[] {"/openapi.json", "/api/session", "/nothing"}) {
      Answer answer = Served.visitor().get(path);
      assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("Server")).as(path).isEmpty();
    }
  }

  @Test
  void changesOfOtherSitesAreNotTaken() {
    Visitor editor = Served.member(Served.organisation(), "editor");
    for (Map<String, String> foreign :
        List.of(
            Map.of("Origin", "https://evil.example.com"), Map.of("Sec-Fetch-Site", "cross-site"))) {
      Answer answer = editor.send("DELETE", "/api/session", null, foreign);
      assertThat(answer.json().path("type").asText())
          .isEqualTo("urn:tidemark:problem:foreign-origin");
    }
    Map<String, String> own = Map.of("Origin", Served.CONSOLE.origin().toString());
    assertThat(editor.send("DELETE", "/api/session", null, own).status()).isEqualTo(204);
  }

  /** Servers remember headers of a connection, and may do so without regard to case. */
  @Test
  void aTokenIsReadAsItIsWhateverTheConnectionSawBefore() {
    Visitor visitor = Served.visitor();
    for (int attempt = 0; attempt < 4; attempt++) {
      Token token = Token.random();
      String first = token.reveal().substring(0, 1);
      String other =
          first.equals(first.toUpperCase(Locale.ROOT))
              ? first.toLowerCase(Locale.ROOT)
              : first.toUpperCase(Locale.ROOT);
      visitor.bearing("tidemark_session=" + other, "").get("/api/session");
      UUID person = UUID.randomUUID();
      Served.change("INSERT INTO console_person (id, name) VALUES (?, ?)", person, "p" + person);
      Served.keep(token, person);
      visitor.bearing("tidemark_session=" + token.reveal(), "");
      assertThat(visitor.get("/api/session").status()).isEqualTo(200);
    }
  }

  /** Names made to lead here, and requests no library would send. */
  @Test
  void otherNamesAndBrokenRequestsAreProblems() throws IOException {
    assertThat(
            BrowserRulesTest.raw(
                Served.CONSOLE.port(), "GET /openapi.json HTTP/1.1", "Host: evil.example.com"))
        .startsWith("HTTP/1.1 403")
        .contains("urn:tidemark:problem:foreign-origin");
    assertThat(
            BrowserRulesTest.raw(
                Served.CONSOLE.port(), "HEAD /openapi.json HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 405");
    assertThat(
            BrowserRulesTest.raw(
                Served.CONSOLE.port(), "GET / HTTP/1.1", "Host: localhost", " broken"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @Test
  void aDatabaseThatDoesNotLetItsOwnerActForPeopleIsRefusedAtTheStart() {
    Served.change("CREATE ROLE plain LOGIN PASSWORD 'plain'");
    Served.change("GRANT USAGE ON SCHEMA tidemark TO plain");
    Served.change("GRANT SELECT ON flyway_schema_history TO plain");
    String url = Served.ACCESS.location().jdbcUrl() + "?user=plain";
    DatabaseAccess plain = DatabaseAccess.at(url).withPassword("plain");
    assertThatThrownBy(() -> Console.start(ConsoleAddress.here(0), plain, Served.installed()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not let plain act as tidemark_reader and tidemark_editor");
  }

  @Test
  void nobodyElsewhereIsServedWithoutTls() {
    assertThatThrownBy(() -> new ConsoleAddress("0.0.0.0", 0, null))
        .hasMessageContaining("say under which https:// origin");
    assertThatThrownBy(
            () -> new ConsoleAddress("0.0.0.0", 0, URI.create("http://tidemark.example.com")))
        .hasMessageContaining("write it like https://");
    assertThat(ConsoleAddress.here(0).host()).isEqualTo("127.0.0.1");
  }
}
