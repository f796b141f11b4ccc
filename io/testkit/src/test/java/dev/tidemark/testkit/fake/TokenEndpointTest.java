// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.testkit.VirtualClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokenEndpointTest {
  private static final String JWT =
      "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";

  private final VirtualClock clock = VirtualClock.at("2026-03-01T08:30:00Z");
  private final FakeServer server = FakeServer.start(clock);
  private final Tokens tokens = new Tokens(clock, Duration.ofHours(1));
  private final TokenEndpoint endpoint = new TokenEndpoint(tokens);
  private final Client client = new Client();

  TokenEndpointTest() {
    server.route("POST", "/token", endpoint);
    server.route("GET", "/api/secret", request -> Answer.json(Map.of()));
    server.gate(BearerGate.on("/api/", tokens));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void clientsProveThemselvesByFormOrHeader() throws IOException {
    endpoint.withClient("me", "s3cret");
    String grant = "grant_type=client_credentials";
    assertThat(token(grant + "&client_id=me&client_secret=s3cret")).startsWith("token-");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8));
    assertThat(client.post(server, "/token", grant, "Authorization", basic).statusCode())
        .isEqualTo(200);
    assertThat(client.post(server, "/token", grant + "&client_id=me&client_secret=no").statusCode())
        .isEqualTo(401);
    assertThat(client.post(server, "/token", "grant_type=password").body())
        .contains("unsupported_grant_type");
    assertThat(endpoint.issued()).isEqualTo(2);
  }

  @Test
  void aTokenOpensUntilItExpires() throws IOException {
    endpoint.withClient("me", "s3cret");
    String bearer =
        "Bearer " + token("grant_type=client_credentials&client_id=me&client_secret=s3cret");
    assertThat(secret(bearer)).isEqualTo(200);
    clock.advance(Duration.ofHours(1));
    assertThat(secret(bearer)).isEqualTo(401);
    assertThat(endpoint.reused()).isZero();
    assertThat(secret(bearer)).isEqualTo(401);
    assertThat(endpoint.reused()).isEqualTo(1);
  }

  @Test
  void aSingleUseTokenIsUsedUpEvenWhenItsAnswerIsLost() throws IOException {
    endpoint.withSingleUseToken("first");
    String refresh = "grant_type=refresh_token&refresh_token=";
    String second =
        json(client.post(server, "/token", refresh + "first")).get("refresh_token").asText();
    assertThat(client.post(server, "/token", refresh + "first").body()).contains("invalid_grant");
    assertThat(endpoint.reused()).isEqualTo(1);
    endpoint.loseRenewal();
    assertThatThrownBy(() -> client.post(server, "/token", refresh + second))
        .isInstanceOf(IOException.class);
    assertThat(client.post(server, "/token", refresh + second).statusCode()).isEqualTo(400);
  }

  @Test
  void anAssertionMustBeSignedMeantAndFresh() throws Exception {
    KeyPair keys = keys();
    endpoint.withAssertions(
        new JwtRule(
            clock, keys.getPublic(), Map.of("iss", "me", "aud", "there"), Duration.ofMinutes(5)));
    long soon = clock.instant().plusSeconds(60).getEpochSecond();
    assertThat(asserted(keys, "me", "there", soon)).isEqualTo(200);
    assertThat(asserted(keys(), "me", "there", soon)).isEqualTo(400);
    assertThat(asserted(keys, "other", "there", soon)).isEqualTo(400);
    assertThat(asserted(keys, "me", "elsewhere", soon)).isEqualTo(400);
    assertThat(asserted(keys, "me", "there", soon - 120)).isEqualTo(400);
    assertThat(asserted(keys, "me", "there", soon + 3600)).isEqualTo(400);
    assertThat(client.post(server, "/token", JWT + "no.token").statusCode()).isEqualTo(400);
  }

  private int asserted(KeyPair keys, String issuer, String audience, long expiry)
      throws IOException, GeneralSecurityException {
    String header = encoded("{\"alg\":\"RS256\"}");
    String payload =
        encoded("{\"iss\":\"%s\",\"aud\":[\"%s\"],\"exp\":%d}".formatted(issuer, audience, expiry));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
    String signed = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    return client.post(server, "/token", JWT + header + "." + payload + "." + signed).statusCode();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private int secret(String bearer) throws IOException {
    return client.get(server, "/api/secret", "Authorization", bearer).statusCode();
  }

  private String token(String form) throws IOException {
    return json(client.post(server, "/token", form)).get("access_token").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Answer.JSON.readTree(answer.body());
  }
}
