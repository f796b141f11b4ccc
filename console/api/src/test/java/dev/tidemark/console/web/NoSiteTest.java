// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What people find where a build has no page. */
class NoSiteTest {
  @Test
  void saysWhatThereIsInstead() throws Exception {
    Site none = Site.in("META-INF/resources/no-such-page/");
    Javalin server = Javalin.create(config -> Failures.answer(config.router, none));
    try {
      URI here = URI.create("http://127.0.0.1:" + server.start("127.0.0.1", 0).port());
      assertThat(body(here.resolve("/"))).contains("without a web page", "/openapi.json");
      assertThat(body(here.resolve("/connectors"))).contains("urn:tidemark:problem:not-found");
    } finally {
      server.stop();
    }
  }

  private static String body(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "text/html").build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
