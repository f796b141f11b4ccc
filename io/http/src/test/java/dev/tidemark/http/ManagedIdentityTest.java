// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Asked;
import dev.tidemark.http.PlayedServer.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Played as Microsoft documents the two endpoints: numbers come as text. */
class ManagedIdentityTest {
  private static final String RESOURCE = "https://management.azure.com/";
  private static final String ANSWER =
      "{\"access_token\":\"t-1\",\"expires_in\":\"3599\",\"expires_on\":\"1795690800\","
          + "\"resource\":\"https://management.azure.com/\",\"token_type\":\"Bearer\"}";

  private final VirtualClock clock = new VirtualClock();
  private final PlayedServer server = PlayedServer.start();
  private final HttpService service =
      Endpoint.at(URI.create("https://management.azure.com")).withClock(clock).open();

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @Test
  void instanceMetadata() {
    server.on("/token", Reply.json(ANSWER));
    Token token = obtain(ManagedIdentity.of(server.uri("/token"), RESOURCE, Map.of()));
    assertThat(token.expires()).isEqualTo(clock.instant().plusSeconds(3599));
    Asked asked = server.last();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.header("Metadata")).isEqualTo("true");
    assertThat(asked.query())
        .isEqualTo("api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F");
  }

  @Test
  void appService() {
    server.on("/msi", Reply.json(ANSWER.replace("\"expires_in\":\"3599\",", "")));
    Map<String, String> environment =
        Map.of(
            "IDENTITY_ENDPOINT", server.uri("/msi").toString(), "IDENTITY_HEADER", "canary-header");
    ManagedIdentity identity =
        ManagedIdentity.forResource(RESOURCE, environment).ofClient("client-1");
    assertThat(obtain(identity).expires()).isEqualTo(Instant.parse("2026-11-26T11:00:00Z"));
    assertThat(server.last().header("X-IDENTITY-HEADER")).isEqualTo("canary-header");
    assertThat(server.last().query()).contains("api-version=2019-08-01", "client_id=client-1");
  }

  @Test
  void refusalIsExplained() {
    server.on(
        "/token",
        Reply.of(
            400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}"));
    assertThat(
            Errors.of(() -> obtain(ManagedIdentity.of(server.uri("/token"), RESOURCE, Map.of()))))
        .hasMessageContaining("invalid_request")
        .hasMessageContaining("Identity not found");
  }

  private Token obtain(Grant grant) {
    return TokenSource.of(grant).current(service.converse());
  }
}
