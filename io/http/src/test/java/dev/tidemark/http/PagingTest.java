// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Asked;
import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A listing of seven records in pages of three, read in every way there is. */
class PagingTest {
  private static final int ALL = 7;
  private static final int SIZE = 3;

  private final PlayedServer server = PlayedServer.start();
  private final HttpService service =
      server
          .endpoint()
          .authenticatedBy(Authentication.bearer(dev.tidemark.spi.options.Secret.of("canary")))
          .open();

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @Test
  void nextLink() {
    server.on("/list", asked -> page(number(asked, "skip"), "\"next\":\"" + link(asked) + "\""));
    assertThat(read(Call.get("/list").query("size", "3"), Paging.nextLink("/next")))
        .containsExactlyElementsOf(expected());
  }

  @Test
  void nextLinkBringsItsOwnQuery() {
    server.on("/list", page(0, "\"next\":\"/other?skip=3\""));
    server.on("/other", page(6, "\"next\":\"\""));
    read(Call.get("/list").query("size", "3"), Paging.nextLink("/next"));
    assertThat(server.last().uri()).hasToString("/other?skip=3");
  }

  @Test
  void linkHeader() {
    server.on(
        "/list",
        asked -> {
          int skip = number(asked, "skip");
          Reply reply = page(skip, "\"x\":0");
          String self = "<" + server.uri("/list?skip=0") + ">; rel=first";
          String next = "</list?skip=" + (skip + SIZE) + ">; title=\"a, b\"; rel=\"x next\"";
          return reply.with("Link", skip + SIZE < ALL ? self + ", " + next : self);
        });
    assertThat(read(Call.get("/list"), Paging.linkHeader())).containsExactlyElementsOf(expected());
  }

  @Test
  void token() {
    server.on(
        "/list",
        asked -> {
          int skip = number(asked, "token");
          return page(
              skip, skip + SIZE < ALL ? "\"m\":{\"t\":\"" + (skip + SIZE) + "\"}" : "\"m\":{}");
        });
    assertThat(read(Call.get("/list").query("size", "3"), Paging.token("/m/t", "token")))
        .containsExactlyElementsOf(expected());
    assertThat(server.last().query()).isEqualTo("size=3&token=6");
  }

  @Test
  void tokenInBody() {
    server.on(
        "/list",
        asked -> {
          int skip = Json.text(asked.body(), "/continue").map(Integer::parseInt).orElse(0);
          return page(skip, skip + SIZE < ALL ? "\"t\":" + (skip + SIZE) : "\"t\":null");
        });
    Call call = Call.post("/list", Payload.json("{\"filter\":[1]}"));
    assertThat(read(call, Paging.tokenInBody("/t", "continue")))
        .containsExactlyElementsOf(expected());
    assertThat(server.last().body()).isEqualTo("{\"filter\":[1],\"continue\":\"6\"}");
  }

  @Test
  void numbers() {
    server.on("/list", asked -> page((number(asked, "page") - 1) * SIZE, "\"x\":0"));
    assertThat(read(Call.get("/list"), Paging.numbers("page", 1)))
        .containsExactlyElementsOf(expected());
  }

  @Test
  void offsetsAlsoWhereTheSourceReturnsFewerThanAsked() {
    server.on("/list", asked -> page(number(asked, "offset"), "\"x\":0"));
    assertThat(read(Call.get("/list").query("limit", "100"), Paging.offsets("offset")))
        .containsExactlyElementsOf(expected());
  }

  @Test
  void onePage() {
    server.on("/list", page(0, "\"next\":\"/list\""));
    assertThat(read(Call.get("/list"), Paging.none())).hasSize(3);
  }

  @Test
  void readingGoesOnWhereItWasCutOff() {
    server.on("/list", asked -> page(number(asked, "skip"), "\"next\":\"" + link(asked) + "\""));
    Paging paging = Paging.nextLink("/next");
    Page first = service.converse().page(Call.get("/list"), paging, "", "/value");
    assertThat(first.next()).isEqualTo("/list?skip=3");
    Page second = service.converse().page(Call.get("/list"), paging, first.next(), "/value");
    assertThat(texts(second.items())).containsExactly("3", "4", "5");
    assertThat(second.hasNext()).isTrue();
  }

  @Test
  void fieldsComeAlong() {
    server.on("/list", page(0, "\"total\":7"));
    Page page = service.converse().page(Call.get("/list"), Paging.none(), "", "/value", "/total");
    assertThat(page.answer().text("/total")).hasValue("7");
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example/list, another host",
    "//evil.example/list, another host",
    "https://127.0.0.1/list, another host",
    "/list, the page itself"
  })
  void nextLinkMustLeadOnOnTheSameHost(String link, String message) {
    server.on("/list", page(0, "\"next\":\"" + link + "\""));
    var failure =
        Errors.of(
            () ->
                service
                    .converse()
                    .page(Call.get("/list"), Paging.nextLink("/next"), "/list", "/value"));
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.category()).isEqualTo(Category.DATA);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void placeOnAnotherHostIsNeverAsked() {
    try (PlayedServer other = PlayedServer.start()) {
      String place = other.uri("/list").toString();
      var failure =
          Errors.of(
              () ->
                  service
                      .converse()
                      .page(Call.get("/list"), Paging.nextLink("/next"), place, "/value"));
      assertThat(failure.category()).isEqualTo(Category.CONFIG);
      assertThat(other.asked()).isEmpty();
    }
  }

  private String link(Asked asked) {
    int next = number(asked, "skip") + SIZE;
    return next < ALL ? server.uri("/list?skip=" + next).toString() : "";
  }

  private List<String> read(Call call, Paging paging) {
    List<Bytes> records = new ArrayList<>();
    new PagedReader(call, paging, "/value").forEach(service.converse(), records::add);
    return texts(records);
  }

  private static Reply page(int skip, String field) {
    String records =
        IntStream.range(skip, Math.min(skip + SIZE, ALL))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return Reply.json("{" + field + ",\"value\":[" + records + "]}");
  }

  private static int number(Asked asked, String parameter) {
    Map<String, String> query =
        Stream.of(asked.query().split("&"))
            .filter(pair -> pair.contains("="))
            .collect(Collectors.toMap(pair -> pair.split("=")[0], pair -> pair.split("=")[1]));
    return Integer.parseInt(query.getOrDefault(parameter, "0"));
  }

  private static List<String> expected() {
    return IntStream.range(0, ALL).mapToObj(Integer::toString).toList();
  }

  private static List<String> texts(List<Bytes> records) {
    return records.stream().map(Bytes::utf8).toList();
  }
}
