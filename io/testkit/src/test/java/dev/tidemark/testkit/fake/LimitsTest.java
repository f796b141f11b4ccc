// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.stage.LinkScenes.Lead;
import dev.tidemark.testkit.stage.ThrottleScenes.Throttle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private final VirtualClock clock = VirtualClock.at("2026-03-01T08:30:20Z");
  private final FakeServer server = FakeServer.start(clock);
  private final Client client = new Client();

  LimitsTest() {
    server.route(
        "GET",
        "/items",
        request -> Answer.json(Map.of("next", server.address() + "/items?page=2")));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aQuotaIsSpentAndComesBackWithTheNextWindow() throws IOException {
    server.gate(Quota.of(clock, 2, Duration.ofMinutes(1)));
    assertThat(client.get(server, "/items").statusCode()).isEqualTo(200);
    assertThat(client.get(server, "/items").statusCode()).isEqualTo(200);
    HttpResponse<String> refusal = client.get(server, "/items");
    assertThat(refusal.statusCode()).isEqualTo(429);
    assertThat(refusal.headers().firstValue("Retry-After")).contains("40");
    clock.advance(Duration.ofSeconds(40));
    assertThat(client.get(server, "/items").statusCode()).isEqualTo(200);
  }

  @Test
  void asksForPatienceInEachWay() throws IOException {
    Throttling throttling =
        Throttling.with(clock, wait -> Answer.json(403, List.of(Map.of("errorCode", "TOO_MANY"))));
    server.gate(throttling);
    throttling.throttle(Throttle.SECONDS, Duration.ofSeconds(90));
    assertThat(client.get(server, "/items").headers().firstValue("Retry-After")).contains("90");
    throttling.throttle(Throttle.DATE, Duration.ofSeconds(90));
    assertThat(client.get(server, "/items").headers().firstValue("Retry-After"))
        .contains("Sun, 1 Mar 2026 08:31:50 GMT");
    throttling.throttle(Throttle.DIALECT, Duration.ofSeconds(90));
    assertThat(client.get(server, "/items").statusCode()).isEqualTo(403);
    assertThat(throttling.refused()).isEqualTo(3);
    throttling.calm();
    assertThat(client.get(server, "/items").statusCode()).isEqualTo(200);
    assertThat(Throttling.standard(clock).throttle(Throttle.DIALECT, Duration.ZERO).refusal())
        .isPresent();
  }

  @Test
  void leadsElsewhereAndSeesWhatArrives() throws IOException {
    try (Elsewhere elsewhere =
        new Elsewhere(
            server,
            stream -> request -> request.path().equals("/" + stream),
            (answer, to) -> Answer.json(Map.of("next", to.toString())),
            List.of())) {
      elsewhere.lead("items", Lead.REDIRECT);
      HttpResponse<String> redirect = client.get(server, "/items");
      assertThat(redirect.statusCode()).isEqualTo(302);
      String target = redirect.headers().firstValue("Location").orElseThrow();
      assertThat(target).startsWith("http://localhost:");
      elsewhere.comeHome();
      elsewhere.lead("items", Lead.NEXT_LINK);
      assertThat(client.get(server, "/items").body()).contains(target);
      client.follow(URI.create(target), "Authorization", "canary");
      assertThat(elsewhere.receivedAbroad()).hasSize(1).first().asString().contains("canary");
    }
  }
}
