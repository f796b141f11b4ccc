// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
  private static final Dialect VENDOR =
      Dialect.standard()
          .named("Vendor")
          .withRule(FailureRule.code(403, "REQUEST_LIMIT_EXCEEDED", Category.RATE_LIMITED, "wait"))
          .withRule(FailureRule.code(403, "userRateLimitExceeded", Category.RATE_LIMITED, "wait"))
          .withRule(FailureRule.reset(429, "X-RateLimit-Reset", ResetForm.EPOCH_SECONDS))
          .withCodeAt("/error/errors/0/reason");

  private final VirtualClock clock = new VirtualClock();
  private final PlayedServer server = PlayedServer.start();
  private final HttpService service =
      server
          .endpoint(clock)
          .speaking(VENDOR)
          .authenticatedBy(Authentication.basic("user", Secret.of("canary secret")))
          .open();

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, CONFIG", "401, AUTH", "402, PERMISSION", "403, PERMISSION", "404, NOT_FOUND",
    "405, CONFIG", "407, CONFIG", "408, TRANSIENT", "410, NOT_FOUND", "414, CONFIG",
    "422, CONFIG", "429, RATE_LIMITED", "500, TRANSIENT", "501, UNSUPPORTED", "502, TRANSIENT",
    "503, TRANSIENT", "504, TRANSIENT", "599, TRANSIENT"
  })
  void everyStatusHasItsCategory(int status, Category category) {
    ConnectorException failure = asked(Reply.of(status, "{}"));
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure).hasMessageContaining("answered " + status + " to GET http://127.0.0.1");
    assertThat(failure.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"429", "503", "403", "500"})
  void retryAfterInSecondsIsKeptToTheLetter(int status) {
    ConnectorException failure = asked(Reply.of(status, "").with("Retry-After", "7200"));
    assertThat(failure.category()).isEqualTo(Category.RATE_LIMITED);
    assertThat(failure.retryAfter()).hasValue(clock.instant().plusSeconds(7200));
  }

  @Test
  void retryAfterAsDateIsKeptToTheLetter() {
    ConnectorException failure =
        asked(Reply.of(429, "").with("Retry-After", "Thu, 26 Nov 2026 12:00:00 GMT"));
    assertThat(failure.retryAfter().orElseThrow())
        .isAfterOrEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
  }

  @Test
  void oldFormsOfDatesAreUnderstood() {
    Instant expected = Instant.parse("1994-11-06T08:49:37Z");
    assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT")).hasValue(expected);
    assertThat(HttpDate.parse("Sunday, 06-Nov-94 08:49:37 GMT")).hasValue(expected);
    assertThat(HttpDate.parse("Sun Nov  6 08:49:37 1994")).hasValue(expected);
    assertThat(HttpDate.parse("soon")).isEmpty();
  }

  @Test
  void dateCountsByTheClockOfWhoeverSaysIt() {
    Instant here = clock.instant();
    Head late = head("Thu, 26 Nov 2026 09:58:00 GMT", here);
    assertThat(ResetForm.RETRY_AFTER.instant("Thu, 26 Nov 2026 10:00:00 GMT", late))
        .hasValue(here.plus(Duration.ofMinutes(2)));
    Head early = head("Thu, 26 Nov 2026 10:02:00 GMT", here);
    assertThat(ResetForm.RETRY_AFTER.instant("Thu, 26 Nov 2026 10:04:00 GMT", early))
        .hasValue(Instant.parse("2026-11-26T10:04:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.5, 1500", "86400, 86400000", "0001, 1000"})
  void delays(String text, long milliseconds) {
    Head head = head("", clock.instant());
    assertThat(ResetForm.RETRY_AFTER.instant(text, head))
        .hasValue(clock.instant().plusMillis(milliseconds));
  }

  @ParameterizedTest
  @CsvSource({"-1", "soon", "1e9", "''", "NaN"})
  void whatIsNoDelayIsNone(String text) {
    assertThat(ResetForm.RETRY_AFTER.instant(text, head("", clock.instant()))).isEmpty();
  }

  @Test
  void endlessDelayIsStillOne() {
    Optional<Instant> until =
        ResetForm.RETRY_AFTER.instant("9".repeat(30), head("", clock.instant()));
    assertThat(until.orElseThrow()).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "EPOCH_SECONDS, 1795690800",
    "EPOCH_MILLISECONDS, 1795690800000",
    "DELAY_SECONDS, 3600",
    "DELAY_MILLISECONDS, 3600000",
    "ISO_INSTANT, 2026-11-26T11:00:00Z"
  })
  void everyFormOfReset(ResetForm form, String text) {
    assertThat(form.instant(text, head("", clock.instant())))
        .hasValue(Instant.parse("2026-11-26T11:00:00Z"));
  }

  @Test
  void vendorsHeaderSaysWhen() {
    ConnectorException failure = asked(Reply.of(429, "").with("X-RateLimit-Reset", "1795690800"));
    assertThat(failure.retryAfter()).hasValue(Instant.parse("2026-11-26T11:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"quota\"}]",
        "{\"error\":{\"code\":403,\"errors\":[{\"reason\":\"userRateLimitExceeded\"}]}}"
      })
  void spentQuotaDressedAsForbidden(String body) {
    assertThat(asked(Reply.of(403, body)).category()).isEqualTo(Category.RATE_LIMITED);
  }

  @Test
  void spentQuotaStillSaysWhen() {
    Reply reply = Reply.of(403, "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");
    assertThat(asked(reply.with("Retry-After", "60")).retryAfter())
        .hasValue(clock.instant().plusSeconds(60));
  }

  @Test
  void messageSaysWhatTheSourceSaidAndWhichRequestItWas() {
    Reply reply =
        Reply.of(400, "{\"error\":{\"code\":\"BadFilter\",\"message\":\"no\\nsuch field\"}}");
    assertThat(asked(reply.with("X-Request-Id", "r-42")))
        .hasMessageContaining("Vendor answered 400 BadFilter to GET http://127.0.0.1")
        .hasMessageContaining("request r-42")
        .hasMessageContaining("(no such field)");
  }

  @Test
  void messageNeverRepeatsASecret() {
    String pair = "dXNlcjpjYW5hcnkgc2VjcmV0";
    Reply reply =
        Reply.of(401, "{\"message\":\"canary secret and canary%20secret and " + pair + "\"}");
    assertThat(asked(reply).getMessage()).doesNotContain("canary").doesNotContain(pair);
  }

  @Test
  void brokenBodyDoesNotHideTheStatus() {
    Reply reply = Reply.of(403, "{}").with("Content-Encoding", "gzip");
    assertThat(asked(reply).category()).isEqualTo(Category.PERMISSION);
  }

  @Test
  void longExplanationsAreCut() {
    Reply reply = Reply.of(500, "{\"message\":\"" + "x".repeat(100_000) + "\"}");
    assertThat(String.valueOf(asked(reply).getMessage())).hasSizeLessThan(700);
  }

  @Test
  void nothingIsAskedTwice() {
    asked(Reply.of(503, ""));
    assertThat(server.asked()).hasSize(1);
  }

  private ConnectorException asked(Reply reply) {
    server.on("/x", reply);
    return Errors.of(() -> service.converse().send(Call.get("/x").query("q", "canary-query")));
  }

  private static Head head(String date, Instant at) {
    Map<String, List<String>> headers = date.isEmpty() ? Map.of() : Map.of("Date", List.of(date));
    URI from = URI.create("https://host.example/x");
    return new Head(from, 429, HttpHeaders.of(headers, (name, value) -> true), at);
  }
}
