// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the README, word for word, does what the README says. */
class ReadmeTest {
  // begin example
  static final Options OPTIONS =
      Options.of(
          HttpOptions.ADDRESS.required(),
          AuthenticationOptions.CLIENT_ID.required(),
          AuthenticationOptions.CLIENT_SECRET.required(),
          HttpOptions.ALLOW_PRIVATE_ADDRESSES,
          HttpOptions.REQUEST_TIMEOUT);

  static HttpService open(Settings settings) {
    var address = settings.require(HttpOptions.ADDRESS);
    var client = AuthenticationOptions.client(address.resolve("/oauth/token"), settings);
    var tokens = TokenSource.of(ClientCredentials.scoped(client, "read"));
    return Endpoint.at(address)
        .authenticatedBy(Authentication.token(tokens))
        .withAddresses(HttpOptions.addresses(settings))
        .within(HttpOptions.limits(settings))
        .speaking(
            Dialect.standard()
                .named("Acme")
                .withRule(
                    FailureRule.code(
                        403, "QUOTA", Category.RATE_LIMITED, "the day's quota is spent")))
        .open();
  }

  static Page runs(HttpService service, String place) {
    Call call = Call.get("/v2/runs").query("limit", "2");
    return service
        .converse()
        .page(call, Paging.token("/next_page_token", "page_token"), place, "/runs");
  }

  // end example

  @Test
  void exampleIsTheReadmes() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/tidemark/http/ReadmeTest.java"));
    String begin = "// begin example\n";
    String example =
        source.substring(
            source.indexOf(begin) + begin.length(), source.indexOf("  // end example"));
    assertThat(Files.readString(Path.of("README.md")))
        .contains(example.stripTrailing().stripIndent());
  }

  @Test
  void exampleReadsPageAfterPage() {
    try (PlayedServer server = PlayedServer.start();
        HttpService service = open(settings(server))) {
      server.on("/oauth/token", Reply.json("{\"access_token\":\"t\",\"expires_in\":3600}"));
      server.on(
          "/v2/runs",
          asked ->
              asked.query().contains("page_token=abc")
                  ? Reply.json("{\"runs\":[{\"id\":3}]}")
                  : Reply.json("{\"runs\":[{\"id\":1},{\"id\":2}],\"next_page_token\":\"abc\"}"));
      Page first = runs(service, "");
      Page second = runs(service, first.next());
      List<Change> changes = second.items().stream().map(item -> Change.upsert("3", item)).toList();
      assertThat(first.items()).hasSize(2);
      assertThat(changes.get(0).payload().utf8()).isEqualTo("{\"id\":3}");
      assertThat(second.hasNext()).isFalse();
      assertThat(server.last().header("Authorization")).isEqualTo("Bearer t");
    }
  }

  private static Settings settings(PlayedServer server) {
    return OPTIONS.parse(
        Map.of(
            "address",
            server.uri().toString(),
            "client-id",
            "id",
            "client-secret",
            "secret",
            "allow-private-addresses",
            true));
  }
}
