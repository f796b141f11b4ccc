// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Asked;
import dev.tidemark.http.PlayedServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has not changed is not sent again, and never missed. */
class UnchangedTest {
  private final PlayedServer server = PlayedServer.start();
  private final HttpService service = server.endpoint().open();
  private volatile String version = "1";

  UnchangedTest() {
    server.on("/x", this::versioned);
  }

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @Test
  void callMayBeConditional() {
    JsonShape shape = JsonShape.fields("/version");
    JsonAnswer first = service.converse().read(Call.get("/x"), shape);
    Call again = Call.get("/x").unless(first.head().validator());
    JsonAnswer second = service.converse().read(again, shape);
    assertThat(second.head().isUnchanged()).isTrue();
    assertThat(second.fields()).isEmpty();
    version = "2";
    assertThat(service.converse().read(again, shape).text("/version")).hasValue("2");
  }

  @Test
  void dateServesWhereThereIsNoTag() {
    String date = "Thu, 26 Nov 2026 10:00:00 GMT";
    server.on("/x", Reply.json("{}").with("Last-Modified", date));
    Validator validator = service.converse().send(Call.get("/x")).head().validator();
    service.converse().send(Call.get("/x").unless(validator));
    assertThat(server.last().header("If-Modified-Since")).isEqualTo(date);
  }

  @Test
  void answerIsRecalledWhereItHasNotChanged() {
    Answer first = service.converse().recall(Call.get("/x"));
    Conversation cheap = service.converse();
    assertThat(cheap.recall(Call.get("/x"))).isEqualTo(first);
    assertThat(cheap.bytes()).isZero();
    assertThat(cheap.calls()).isEqualTo(1);
    version = "2";
    assertThat(service.converse().recall(Call.get("/x")).text("/version")).hasValue("2");
  }

  @Test
  void accountsDoNotShareAnswers() {
    service.converse().recall(Call.get("/x"));
    try (HttpService other = server.endpoint().open()) {
      other.converse().recall(Call.get("/x"));
      assertThat(server.last().headers()).doesNotContainKey("If-none-match");
    }
  }

  @Test
  void memoryIsBounded() {
    AnswerMemory memory = new AnswerMemory(20_000);
    for (int n = 0; n < 100; n++) {
      server.on("/x", Reply.json("\"" + "x".repeat(2_000) + "\"").with("ETag", "\"" + n + "\""));
      memory.keep(service, "q" + n, service.converse().send(Call.get("/x")));
      assertThat(memory.bytes()).isLessThanOrEqualTo(20_000);
    }
    assertThat(memory.find(service, "q99")).isPresent();
    assertThat(memory.find(service, "q0")).isEmpty();
    memory.forget(service);
    assertThat(memory.bytes()).isZero();
  }

  private Reply versioned(Asked asked) {
    String tag = "\"v" + version + "\"";
    boolean same = asked.header("If-none-match").equals(tag);
    Reply reply = same ? Reply.of(304, "") : Reply.json("{\"version\":" + version + "}");
    return reply.with("ETag", tag);
  }
}
