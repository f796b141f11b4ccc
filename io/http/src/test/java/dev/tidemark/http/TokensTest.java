// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Asked;
import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of client credentials: obtained, kept, renewed and refused. */
class TokensTest {
  private static final Secret SECRET = Secret.of("canary secret&1");

  private final VirtualClock clock = new VirtualClock();
  private final PlayedServer server = PlayedServer.start();
  private final AtomicInteger issued = new AtomicInteger();
  private volatile String good = "";
  private final TokenEndpoint endpoint =
      TokenEndpoint.at(server.uri("/token")).withClient("client id", SECRET);
  private final TokenSource tokens = TokenSource.of(ClientCredentials.scoped(endpoint, "a b"));
  private final HttpService service =
      server.endpoint(clock).authenticatedBy(Authentication.token(tokens)).open();

  TokensTest() {
    server.on("/token", asked -> issue());
    server.on("/x", this::guarded);
  }

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @Test
  void tokenIsAskedForAsTheStandardSays() {
    ask();
    Asked asked = server.asked().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.body()).isEqualTo("grant_type=client_credentials&scope=a%20b");
    assertThat(asked.header("Authorization"))
        .isEqualTo("Basic Y2xpZW50K2lkOmNhbmFyeStzZWNyZXQlMjYx");
    assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void clientMayGoIntoTheForm() {
    TokenEndpoint form = TokenEndpoint.at(server.uri("/token")).withClientInForm("id", SECRET);
    TokenSource.of(ClientCredentials.scoped(form, "s")).current(service.converse());
    assertThat(server.last().body())
        .isEqualTo(
            "grant_type=client_credentials&scope=s&client_id=id&client_secret=canary%20secret%261");
  }

  @Test
  void tokenIsKeptAndRenewedBeforeItExpires() {
    ask();
    clock.pass(Duration.ofMinutes(54));
    ask();
    assertThat(issued).hasValue(1);
    clock.pass(Duration.ofMinutes(2));
    ask();
    assertThat(issued).hasValue(2);
    clock.pass(Duration.ofHours(5));
    ask();
    assertThat(issued).hasValue(3);
  }

  @Test
  void tokenWithoutEndIsKeptUntilItIsRefused() {
    server.on("/token", asked -> Reply.json("{\"access_token\":\"" + next() + "\"}"));
    ask();
    clock.pass(Duration.ofDays(400));
    ask();
    assertThat(issued).hasValue(1);
    good = "token-2";
    ask();
    assertThat(issued).hasValue(2);
  }

  @Test
  void tokenStillGoodServesWhileTheEndpointFails() {
    ask();
    server.on("/token", Reply.of(503, ""));
    clock.pass(Duration.ofMinutes(56));
    ask();
    clock.pass(Duration.ofMinutes(5));
    assertThat(Errors.of(this::ask).category()).isEqualTo(Category.TRANSIENT);
  }

  @Test
  void refusedTokenIsRenewedOnce() {
    ask();
    good = "token-2";
    ask();
    assertThat(issued).hasValue(2);
    good = "none";
    ConnectorException failure = Errors.of(this::ask);
    assertThat(failure.category()).isEqualTo(Category.AUTH);
    assertThat(issued).hasValue(3);
  }

  @Test
  void manyCallersMakeOneRenewal() throws Exception {
    CountDownLatch together = new CountDownLatch(8);
    server.on(
        "/token",
        asked -> {
          await(together);
          return issue();
        });
    ExecutorService callers = Executors.newFixedThreadPool(8);
    Callable<Void> caller =
        () -> {
          together.countDown();
          ask();
          return null;
        };
    List<Future<Void>> all = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      all.add(callers.submit(caller));
    }
    for (Future<Void> one : all) {
      one.get();
    }
    callers.shutdown();
    assertThat(issued).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_client, AUTH",
    "401, invalid_client, AUTH",
    "400, invalid_grant, AUTH",
    "400, unauthorized_client, AUTH",
    "403, access_denied, PERMISSION",
    "400, invalid_scope, CONFIG",
    "400, unsupported_grant_type, CONFIG",
    "400, invalid_request, CONFIG",
    "503, temporarily_unavailable, TRANSIENT",
    "400, temporarily_unavailable, TRANSIENT",
    "500, server_error, TRANSIENT",
    "429, slow_down, RATE_LIMITED",
    "404, '', CONFIG"
  })
  void everyRefusalHasItsCategoryAndItsCode(int status, String code, Category category) {
    String body = "{\"error\":\"" + code + "\",\"error_description\":\"canary secret&1 is bad\"}";
    server.on("/token", Reply.of(status, body));
    ConnectorException failure = Errors.of(this::ask);
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure)
        .hasMessageContaining("the token endpoint answered " + status)
        .hasMessageContaining(code)
        .hasMessageContaining("is bad")
        .hasMessageNotContaining("canary");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void throttledEndpointSaysWhen() {
    server.on("/token", Reply.of(429, "{}").with("Retry-After", "30"));
    assertThat(Errors.of(this::ask).retryAfter()).hasValue(clock.instant().plusSeconds(30));
  }

  @Test
  void answerWithoutTokenIsData() {
    server.on("/token", Reply.json("{\"ok\":true}"));
    assertThat(Errors.of(this::ask))
        .hasMessageContaining("without an access_token")
        .extracting(ConnectorException::category)
        .isEqualTo(Category.DATA);
  }

  @Test
  void endpointIsNotRedirected() {
    server.on("/token", Reply.of(307, "").with("Location", "/other"));
    assertThat(Errors.of(this::ask).category()).isEqualTo(Category.CONFIG);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void whatComesWithTheTokenIsThere() {
    server.on(
        "/token",
        Reply.json(
            "{\"access_token\":\"t\",\"instance_url\":\"https://my.example\",\"expires_in\":\"60\"}"));
    Token token = tokens.current(service.converse());
    assertThat(token.field("instance_url")).hasValue("https://my.example");
    assertThat(token.expires()).isEqualTo(clock.instant().plusSeconds(60));
    assertThat(token.toString()).doesNotContain("=t,");
  }

  private void ask() {
    service.converse().send(Call.get("/x"));
  }

  private Reply issue() {
    return Reply.json("{\"access_token\":\"" + next() + "\",\"expires_in\":3600}");
  }

  private String next() {
    return "token-" + issued.incrementAndGet();
  }

  private Reply guarded(Asked asked) {
    boolean accepted = good.isEmpty() || asked.header("Authorization").endsWith(good);
    return accepted ? Reply.json("{}") : Reply.of(401, "{}");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      throw new AssertionError(interruption);
    }
  }
}
