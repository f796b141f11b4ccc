// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.CheckResult;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpChecksTest {
  private final PlayedServer server = PlayedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void needIsMetOrNotWithItsCode() {
    server.on("/ok", Reply.json("{\"name\":\"Acme\"}"));
    server.on("/no", Reply.of(403, "{}"));
    try (HttpService service = server.endpoint().open()) {
      assertThat(HttpChecks.need("account", () -> name(service, "/ok")))
          .isEqualTo(CheckResult.passed("account", "Acme"));
      CheckResult failed = HttpChecks.need("permission: read", () -> name(service, "/no"));
      assertThat(failed.code()).hasValue("permission_denied");
      assertThat(failed.message()).contains("answered 403 to GET");
    }
  }

  @Test
  void clocksAgreeOrNot() {
    server.on("/ok", Reply.json("{}"));
    assertThat(HttpChecks.clock(head(InstantSource.system())).passed()).isTrue();
    CheckResult wrong =
        HttpChecks.clock(head(() -> InstantSource.system().instant().plusSeconds(600)));
    assertThat(wrong.code()).hasValue("bad_request");
    assertThat(wrong.message()).contains("NTP");
  }

  private Head head(InstantSource clock) {
    try (HttpService service = server.endpoint(clock).open()) {
      return service.converse().send(Call.get("/ok")).head();
    }
  }

  private static String name(HttpService service, String path) {
    return service.converse().send(Call.get(path)).text("/name").orElse("");
  }
}
