// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web page beside the API. Its files here are a few lines in the place of the page. */
class SiteTest {
  private static final String SCRIPT = "/assets/app-1a2b.js";
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/connectors", "/connectors/new?type=postgresql"})
  void everyAddressOfThePageIsThePage(String path) throws Exception {
    HttpResponse<String> answer = get(path, "Accept", "text/html,*/*;q=0.8");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>A page</title>");
    assertThat(header(answer, "Content-Type")).startsWith("text/html;");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(
            get(path, "If-None-Match", header(answer, "ETag"), "Accept", "text/html").statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/nothing",
        "/assets/gone-1a2b.js",
        "/assets",
        "/assets/../../../dev/tidemark/console/openapi.yaml",
        "/assets/%2e%2e/%2e%2e/%2e%2e/dev/tidemark/console/openapi.yaml",
        "/..%2f..%2f..%2fdev/tidemark/console/openapi.yaml"
      })
  void nothingElseIs(String path) throws Exception {
    HttpResponse<String> answer =
        get(path, "Accept", path.startsWith("/api") ? "text/html" : "*/*");
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("openapi:", "A page");
    assertThat(header(answer, "Content-Security-Policy")).doesNotContain("script-src");
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip, deflate, br', br, brotli",
    "gzip, gzip, gzip",
    "'br;q=0, gzip;q=0.5', gzip, gzip",
    "identity, '', whole"
  })
  void assetsAreSentAsSmallAsTheyAreTakenAndKeptForGood(
      String accepted, String encoding, String content) throws Exception {
    HttpResponse<String> answer = get(SCRIPT, "Accept-Encoding", accepted);
    assertThat(answer.body()).contains(content);
    assertThat(header(answer, "Content-Encoding")).isEqualTo(encoding);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void programsThatLostTheirWayAreToldSo() throws Exception {
    HttpResponse<String> answer = get("/connectors", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Served.CONSOLE.origin() + path)).headers(headers).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
