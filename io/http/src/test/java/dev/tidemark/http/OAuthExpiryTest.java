// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A server written by others issues tokens that end, replaces refresh tokens with every use, and
 * itself examines the tokens it is shown: signature, issuer and end.
 */
class OAuthExpiryTest {
  private static final String BACK = "http://localhost/back";

  private final AtomicReference<Instant> serverTime = new AtomicReference<>(Instant.now());
  private final MockOAuth2Server server =
      new MockOAuth2Server(
          new OAuth2Config(false, null, null, true, new OAuth2TokenProvider(serverTime::get)));
  private final VirtualClock clock = new VirtualClock();
  private final TokenEndpoint client;
  private final HttpService service;

  OAuthExpiryTest() {
    server.start();
    URI address = server.tokenEndpointUrl("issuer").uri();
    client = TokenEndpoint.at(address).withClientInForm("client", Secret.of("s"));
    service = Endpoint.at(address).withAddresses(AddressPolicy.PRIVATE_TOO).withClock(clock).open();
  }

  @AfterEach
  void close() {
    service.close();
    server.shutdown();
  }

  @Test
  void tokenIsUsedUntilItEndsAndNoLonger() {
    issueFor(Duration.ofMinutes(20));
    TokenSource source = TokenSource.of(ClientCredentials.scoped(client, "read"));
    Token first = source.current(service.converse());
    assertThat(Duration.between(first.obtained(), first.expires()))
        .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    clock.pass(Duration.ofMinutes(15));
    assertThat(source.current(service.converse())).isSameAs(first);
    clock.pass(Duration.ofMinutes(6));
    Token second = source.current(service.converse());
    assertThat(second.value().reveal()).isNotEqualTo(first.value().reveal());
  }

  @Test
  void theServerTakesTheTokenOfEveryGrant() throws Exception {
    SigningKey key = SigningKey.pem(OAuthServerTest.pem(OAuthServerTest.keys()), "private-key");
    Duration life = Duration.ofMinutes(3);
    Map<String, String> scope = Map.of("scope", "openid");
    Secret refresh = Secret.of(authorised());
    List<Grant> grants =
        List.of(
            ClientCredentials.scoped(client, "openid"),
            new JwtBearer(client, "client", "somebody", "api", key, life, scope),
            RefreshToken.of(client, refresh, new Memory(), "c"));
    for (Grant grant : grants) {
      assertThat(whoAmI(TokenSource.of(grant))).contains("\"jti\"");
    }
  }

  @Test
  void aTokenTheServerFindsEndedIsReplacedOnce() throws Exception {
    TokenSource source = TokenSource.of(ClientCredentials.scoped(client, "read"));
    String first = whoAmI(source);
    serverTime.updateAndGet(now -> now.plus(Duration.ofHours(2)));
    assertThat(whoAmI(source)).isNotEqualTo(first).contains("\"jti\"");
    assertThat(asked(5)).containsExactly("token", "userinfo", "userinfo", "token", "userinfo");
    assertThatThrownBy(() -> server.takeRequest(0)).hasMessageContaining("no request found");
  }

  @Test
  void everyRefreshTokenIsGoodOnceAndTheNextIsKept() throws Exception {
    Secret configured = Secret.of(authorised());
    Memory store = new Memory();
    RefreshToken grant = RefreshToken.of(client, configured, store, "c");
    TokenSource source = TokenSource.of(grant);
    String before = configured.reveal();
    for (int i = 0; i < 3; i++) {
      source.current(service.converse());
      assertThat(store.token()).isNotEqualTo(before);
      before = store.token();
      clock.pass(Duration.ofHours(2));
    }
    RefreshToken forgetful = RefreshToken.of(client, configured, new Memory(), "c");
    var failure = Errors.of(() -> TokenSource.of(forgetful).current(service.converse()));
    assertThat(failure.category()).isEqualTo(Category.AUTH);
    assertThat(failure).hasMessageContaining("invalid_grant").hasMessageNotContaining(before);
  }

  /** Tokens of the next two answers live that long. */
  private void issueFor(Duration life) {
    for (int i = 0; i < 2; i++) {
      server.enqueueCallback(
          new DefaultOAuth2TokenCallback(
              "issuer", "client", "JWT", List.of("api"), Map.of(), life.toSeconds()));
    }
  }

  /** What the server says of the bearer of a token, if it takes it. */
  private String whoAmI(TokenSource source) {
    try (HttpService asking =
        Endpoint.at(server.userInfoUrl("issuer").uri())
            .authenticatedBy(Authentication.token(source))
            .withAddresses(AddressPolicy.PRIVATE_TOO)
            .withClock(clock)
            .open()) {
      return asking
          .converse()
          .send(Call.get(server.userInfoUrl("issuer").toString()))
          .body()
          .utf8();
    }
  }

  /** What was asked of the server first, in order. */
  private List<String> asked(int requests) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      String path = String.valueOf(server.takeRequest().getPath());
      paths.add(path.substring(path.lastIndexOf('/') + 1));
    }
    return paths;
  }

  /** Somebody authorises the client in a browser; the refresh token that comes of it. */
  private String authorised() throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newHttpClient();
    URI page =
        URI.create(
            server.authorizationEndpointUrl("issuer")
                + "?client_id=client&response_type=code&scope=openid&state=x&redirect_uri="
                + BACK);
    String code =
        browser
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst(".*[?&]code=([^&]*).*", "$1");
    String form =
        "grant_type=authorization_code&client_id=client&client_secret=s&redirect_uri=%s&code=%s"
            .formatted(BACK, code);
    HttpRequest exchange =
        HttpRequest.newBuilder(server.tokenEndpointUrl("issuer").uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String answer = browser.send(exchange, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).path("refresh_token").asText();
  }

  /** Remembers what the source sent last. */
  private static final class Memory implements TokenStore {
    private Optional<Kept> kept = Optional.empty();

    @Override
    public Kept renew(String credential, Function<Optional<Kept>, Kept> renewal) {
      Kept next = renewal.apply(kept);
      kept = Optional.of(next);
      return next;
    }

    String token() {
      return kept.orElseThrow().token().reveal();
    }
  }
}
