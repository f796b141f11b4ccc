// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.model.OrganisationId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What browsers are told with every answer, whatever it is about and however it ends. */
class BrowserRulesTest {
  private static final Map<String, String> RULES =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final OrganisationId organisation = Served.organisation();

  @Test
  void everyRouteTellsThemWhateverItAnswers() {
    Visitor administrator = Served.member(organisation, "administrator");
    String connector = Connecting.addedNowhere(administrator, organisation);
    for (Operation operation : Operation.all()) {
      String path = operation.path(organisation, connector);
      String body = operation.isReading() ? null : "{}";
      checkRules(operation, Served.visitor().send(operation.method(), path, body, Map.of()));
      if (!operation.template().equals("/api/session")) {
        checkRules(operation, administrator.send(operation.method(), path, body, Map.of()));
      }
    }
  }

  private static void checkRules(Operation operation, Answer answer) {
    String as = operation + ": " + answer.status();
    RULES.forEach(
        (name, value) -> assertThat(answer.header(name)).as(as + " " + name).isEqualTo(value));
    assertThat(answer.header("Content-Security-Policy"))
        .as(as)
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Cache-Control"))
        .as(as)
        .containsAnyOf("no-store", "private, no-cache");
    assertThat(answer.header("Access-Control-Allow-Origin")).as(as).isEmpty();
    assertThat(answer.header("Server")).as(as).isEmpty();
  }

  /** Behind TLS, cookies are for this very host alone. */
  @Test
  void cookiesBehindTlsAreOfThisHostAlone() throws IOException {
    PlayedIssuer issuer = new PlayedIssuer();
    URI origin = URI.create("https://tidemark.example.com");
    IssuerSettings settings =
        IssuerSettings.of(Map.of("issuer", issuer.issuer(), "client-id", "console"));
    try (Console console =
        Console.start(
            new ConsoleAddress("127.0.0.1", 0, origin),
            Served.ACCESS,
            Served.installed().with(settings))) {
      String answer =
          raw(console.port(), "GET /api/sign-in/openid HTTP/1.1", "Host: tidemark.example.com");
      assertThat(answer)
          .startsWith("HTTP/1.1 303")
          .contains(
              "Set-Cookie: __Host-tidemark_sign_in=",
              "Secure",
              "HttpOnly",
              "SameSite=Lax",
              "redirect_uri=https%3A%2F%2Ftidemark.example.com%2Fapi%2Fsign-in");
      assertThat(raw(console.port(), "GET /api/sign-in/openid HTTP/1.1", "Host: localhost"))
          .startsWith("HTTP/1.1 403");
    } finally {
      issuer.stop();
    }
  }

  @Test
  void whatIsTooLargeIsNotTakenHoweverItIsSent() throws IOException {
    int port = Served.CONSOLE.port();
    String cookies =
        raw(
            port,
            "GET /api/session HTTP/1.1",
            "Host: localhost",
            "Cookie: a=" + "x".repeat(20_000));
    assertThat(cookies).startsWith("HTTP/1.1 431").contains("application/problem+json");
    String address = raw(port, "GET /" + "x".repeat(20_000) + " HTTP/1.1", "Host: localhost");
    assertThat(address).startsWith("HTTP/1.1 414").contains("application/problem+json");
    String smuggled =
        raw(
            port,
            "POST /api/session HTTP/1.1",
            "Host: localhost",
            "Content-Length: 5",
            "Transfer-Encoding: chunked",
            "Content-Type: application/json");
    assertThat(smuggled).startsWith("HTTP/1.1 400");
    String broken =
        raw(
            port,
            "GET /api/session HTTP/1.1",
            "Host: localhost",
            "Tidemark-Reason: x\rInjected: yes");
    assertThat(broken).startsWith("HTTP/1.1 400").doesNotContain("Injected");
  }

  static String raw(int port, String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
