// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedirectsTest {
  private static final Secret CANARY = Secret.of("canary-credential");

  private final PlayedServer server = PlayedServer.start();
  private final PlayedServer other = PlayedServer.start();
  private final Endpoint endpoint =
      server
          .endpoint()
          .authenticatedBy(
              Authentication.bearer(CANARY)
                  .and(Authentication.keyInHeader("X-Key", CANARY))
                  .and(Authentication.keyInQuery("key", CANARY)));
  private final HttpService service = endpoint.open();

  @AfterEach
  void close() {
    service.close();
    server.close();
    other.close();
  }

  @Test
  void sameHostKeepsTheCredential() {
    server.on("/x", moved("/y?a=1"));
    server.on("/y", Reply.json("{}"));
    service.converse().send(Call.get("/x").query("b", "2"));
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer canary-credential");
    assertThat(server.last().header("X-Key")).isEqualTo("canary-credential");
    assertThat(server.last().query()).isEqualTo("a=1&key=canary-credential");
  }

  @Test
  void anotherHostGetsNothing() {
    server.on("/x", moved(other.uri("/report.csv?sig=s").toString()));
    other.on("/report.csv", Reply.of(200, "a,b"));
    Answer answer = service.converse().send(Call.get("/x").header("X-Account", "canary-account"));
    assertThat(answer.body().utf8()).isEqualTo("a,b");
    assertThat(other.last().uri()).hasToString("/report.csv?sig=s");
    assertThat(server.last().headers().toString()).contains("canary-credential", "canary-account");
    assertThat(other.last().headers().toString()).doesNotContain("canary");
  }

  @Test
  void nothingComesBackFromAnotherHost() {
    server.on("/x", moved(other.uri("/y").toString()));
    other.on("/y", moved(server.uri("/z").toString()));
    server.on("/z", Reply.json("{}"));
    service.converse().send(Call.get("/x"));
    assertThat(server.last().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void whatSendsIsNotRedirected() {
    server.on("/x", moved("/y"));
    var failure = Errors.of(() -> service.converse().send(Call.post("/x", Payload.json("{}"))));
    assertThat(failure.category()).isEqualTo(Category.CONFIG);
    assertThat(failure).hasMessageContaining("redirect (302) is not followed");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void circleEnds() {
    server.on("/x", moved("/x"));
    assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
        .hasMessageContaining("circle");
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void encryptionIsNeverGivenUp() {
    Head head =
        new Head(
            URI.create("https://host.example/x"),
            302,
            HttpHeaders.of(Map.of("Location", List.of("http://host.example/x")), (n, v) -> true),
            Instant.EPOCH);
    assertThat(Errors.of(() -> new Redirects(endpoint).next(Call.get("/x"), head, 0)))
        .hasMessageContaining("open connection");
  }

  @Test
  void redirectWithoutTargetIsAnError() {
    server.on("/x", Reply.of(302, "{}"));
    assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))).category())
        .isEqualTo(Category.CONFIG);
  }

  @Test
  void credentialGoesNowhereElse() {
    String elsewhere = other.uri("/x").toString();
    var failure = Errors.of(() -> service.converse().send(Call.get(elsewhere)));
    assertThat(failure).hasMessageContaining("goes nowhere else");
    assertThat(other.asked()).isEmpty();
    other.on("/x", Reply.json("{}"));
    service.converse().send(Call.get(elsewhere).anonymously());
    assertThat(other.last().headers().toString()).doesNotContain("canary");
  }

  private static Reply moved(String location) {
    return Reply.of(302, "").with("Location", location);
  }
}
