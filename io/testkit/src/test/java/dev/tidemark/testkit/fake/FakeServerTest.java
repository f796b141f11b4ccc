// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidemark.testkit.VirtualClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FakeServerTest {
  private static final Instant START = Instant.parse("2026-03-01T08:30:00Z");

  private final VirtualClock clock = VirtualClock.at(START);
  private final FakeServer server = FakeServer.start(clock);
  private final Client client = new Client();

  FakeServerTest() {
    server.route(
        "GET",
        "/shelves/{shelf}/books",
        request -> Answer.json(Map.of("shelf", request.part("shelf"))));
    server.route(
        "GET", "/files/{path...}", request -> Answer.of(200, "text/plain", request.part("path")));
    server.route("POST", "/echo", request -> Answer.of(200, "text/plain", request.body()));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void answersByMethodAndPath() throws IOException {
    assertThat(client.get(server, "/shelves/a%20b/books?x=1").body())
        .isEqualTo("{\"shelf\":\"a b\"}");
    assertThat(client.get(server, "/files/one/two.txt").body()).isEqualTo("one/two.txt");
    assertThat(client.post(server, "/echo", "a=1").body()).isEqualTo("a=1");
    assertThat(client.get(server, "/nowhere").statusCode()).isEqualTo(404);
    assertThat(client.get(server, "/echo").statusCode()).isEqualTo(405);
  }

  @Test
  void saysWhenItIsItselfToBlame() throws IOException {
    server.route("GET", "/broken", request -> Answer.json(request.part("missing")));
    HttpResponse<String> answer = client.get(server, "/broken");
    assertThat(answer.statusCode()).isEqualTo(599);
    assertThat(answer.body()).contains("the fake failed");
  }

  @Test
  void remembersWhatItWasAskedAndWhen() throws IOException {
    client.get(server, "/files/a?key=canary%2Bone", "X-Key", "canary-two");
    clock.advance(Duration.ofMinutes(1));
    client.post(server, "/echo", "canary-three");
    assertThat(server.journal().requests())
        .extracting(Request::at)
        .containsExactly(START, START.plusSeconds(60));
    assertThat(server.journal().requests().get(0).query("key")).contains("canary+one");
    assertThat(server.journal().carrying("canary-two")).hasSize(1);
    assertThat(server.journal().carrying("canary-three")).hasSize(1);
    assertThat(server.journal().requests().toString()).doesNotContain("canary-two");
    assertThat(server.journal().count()).isEqualTo(2);
  }

  @Test
  void answersTakeTheTimeTheyAreToldTo() throws IOException {
    server.latency(Duration.ofHours(2));
    client.get(server, "/files/a");
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
  }

  @Test
  void compressesForThoseWhoCanRead() throws IOException {
    String text = "x".repeat(5000);
    server.route("GET", "/long", request -> Answer.of(200, "text/plain", text));
    assertThat(client.get(server, "/long").body()).isEqualTo(text);
    HttpResponse<byte[]> compressed = client.bytes(server, "/long", "Accept-Encoding", "gzip");
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(Compression.gunzip(compressed.body()))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(text);
  }

  @Test
  void failsAsItIsToldToAndMends() throws IOException {
    server.troubles().next(1, request -> true, Troubles.answer(Answer.empty(503)));
    assertThat(client.get(server, "/files/a").statusCode()).isEqualTo(503);
    assertThat(client.get(server, "/files/a").statusCode()).isEqualTo(200);
    server.troubles().always(request -> request.path().endsWith("b"), Troubles.garbage(7));
    assertThat(client.get(server, "/files/b").body()).isNotEqualTo("b");
    assertThat(client.get(server, "/files/a").body()).isEqualTo("a");
    server.troubles().mend();
    assertThat(client.get(server, "/files/b").body()).isEqualTo("b");
  }

  @Test
  void endsConnectionsInTheMiddle() {
    for (Trouble trouble : List.of(Troubles.half(), Troubles.dropped())) {
      server.troubles().mend();
      server.troubles().always(request -> true, trouble);
      assertThatThrownBy(() -> client.get(server, "/files/abcdef")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void cutsCompressedAnswersShort() throws IOException {
    server.troubles().always(request -> true, Troubles.truncatedCompression());
    HttpResponse<byte[]> answer = client.bytes(server, "/files/abcdef");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThatThrownBy(() -> Compression.gunzip(answer.body())).isInstanceOf(IOException.class);
  }

  @Test
  void hangsUntilReleased() {
    server.troubles().always(request -> true, Troubles.hanging());
    CompletableFuture<HttpResponse<String>> hanging = client.start(server, "/files/a");
    await().atMost(Duration.ofMinutes(2)).until(() -> server.journal().count() == 1);
    assertThat(hanging).isNotDone();
    await().atMost(Duration.ofMinutes(2)).until(() -> isReleased(hanging));
    assertThat(hanging).isCompletedExceptionally();
  }

  /** The client asks once more by itself when it is not answered. */
  private boolean isReleased(CompletableFuture<HttpResponse<String>> hanging) {
    server.release();
    return hanging.isDone();
  }

  @Test
  void listsPageByPageWhateverTheWayOfAsking() throws IOException {
    PageTokens tokens = new PageTokens(clock, Duration.ofHours(1));
    server.route("GET", "/numbers", request -> numbers(request, tokens));
    assertThat(client.get(server, "/numbers?limit=4").body()).contains("[0,1,2,3]", "\"next\"");
    String next =
        Answer.JSON.readTree(client.get(server, "/numbers?limit=4").body()).get("next").asText();
    assertThat(client.get(server, "/numbers?limit=4&token=" + next).body()).contains("[4,5,6,7]");
    assertThat(client.get(server, "/numbers?limit=5&token=" + next).statusCode()).isEqualTo(400);
    clock.advance(Duration.ofHours(2));
    assertThat(client.get(server, "/numbers?limit=4&token=" + next).statusCode()).isEqualTo(400);
    assertThat(client.get(server, "/numbers?limit=10").body()).doesNotContain("\"next\"");
  }

  @Test
  void doesNotSendAgainWhatIsKnown() throws IOException {
    server.route(
        "GET",
        "/same",
        new Conditional(request -> Answer.json(List.of(clock.instant().toString()))));
    String tag = client.get(server, "/same").headers().firstValue("ETag").orElseThrow();
    assertThat(client.get(server, "/same", "If-None-Match", tag).statusCode()).isEqualTo(304);
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.get(server, "/same", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  private static Answer numbers(Request request, PageTokens tokens) {
    int limit = request.number("limit", 3);
    String query = "numbers by " + limit;
    var offset = request.query("token").map(token -> tokens.offset(query, token));
    if (offset.isPresent() && offset.get().isEmpty()) {
      return Answer.empty(400);
    }
    long from = offset.map(it -> it.getAsLong()).orElse(0L);
    Slice<Integer> slice = Slice.of(IntStream.range(0, 10).boxed(), from, limit);
    return Answer.json(
        slice.more()
            ? Map.of("items", slice.items(), "next", tokens.of(query, slice.next()))
            : Map.of("items", slice.items()));
  }
}
