// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts, cancellation and what is left after the end. */
class LifecycleTest {
  /**
   * Two seconds are promised; a busy machine may need more to notice, and without end is longer.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PlayedServer server = PlayedServer.start();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void close() {
    never.countDown();
    server.close();
  }

  @Test
  void callsAndBytesOfAFetchAreCounted() {
    byte[] body =
        PlayedServer.gzip("{\"value\":[1,2]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    server.on("/x", Reply.json("").with("Content-Encoding", "gzip").with(body));
    server.on("/moved", Reply.of(302, "").with("Location", "/x"));
    server.on("/bad", Reply.of(500, "12345"));
    try (HttpService service = server.endpoint().open()) {
      Conversation one = service.converse();
      one.page(Call.get("/moved"), Paging.none(), "", "/value");
      Errors.of(() -> one.send(Call.get("/bad")));
      assertThat(one.volume(2)).isEqualTo(new Volume(1, 2, body.length + 5, 3));
      assertThat(service.converse().volume(0)).isEqualTo(new Volume(1, 0, 0, 0));
    }
  }

  @Test
  void interruptionEndsTheWaitForAnAnswer() throws Exception {
    try (StallingServer stalling = StallingServer.speechless(asked)) {
      interruptionEndsReadingFrom(stalling);
    }
  }

  @Test
  void interruptionEndsTheReadingOfABody() throws Exception {
    try (StallingServer stalling = StallingServer.halfway(asked)) {
      interruptionEndsReadingFrom(stalling);
    }
  }

  @Test
  void silenceEndsTheReadingOfABody() throws Exception {
    try (StallingServer stalling = StallingServer.halfway(asked)) {
      Endpoint endpoint =
          Endpoint.at(stalling.uri())
              .withAddresses(AddressPolicy.PRIVATE_TOO)
              .within(Limits.standard().withPatience(Duration.ofMillis(200)));
      try (HttpService service = endpoint.open()) {
        assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
            .hasMessageContaining("stalled")
            .extracting(ConnectorException::category)
            .isEqualTo(Category.TRANSIENT);
      }
    }
  }

  @Test
  void patienceEnds() {
    server.on("/x", question -> held());
    Limits limits = Limits.standard().withPatience(Duration.ofMillis(200));
    try (HttpService service = server.endpoint().within(limits).open()) {
      assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
          .hasMessageContaining("no answer in time");
    }
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    server.on("/x", question -> held());
    HttpService service = server.endpoint().open();
    ExecutorService caller = Executors.newSingleThreadExecutor();
    Future<ConnectorException> failure =
        caller.submit(() -> Errors.of(() -> service.converse().send(Call.get("/x"))));
    asked.await();
    service.close();
    assertThat(failure.get()).hasMessageContaining("closed");
    caller.shutdown();
    assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
        .hasMessageContaining("closed");
  }

  @Test
  void connectionIsUsedAgainWhateverTheAnswer() {
    server.on("/x", Reply.json("[1]"));
    server.on("/gzip", Reply.json("[1]").gzipped());
    server.on("/moved", Reply.of(302, "elsewhere").with("Location", "/x"));
    server.on("/refused", Reply.of(403, "{}"));
    server.on("/same", Reply.of(304, ""));
    try (HttpService service = server.endpoint().open()) {
      for (String path : List.of("/x", "/gzip", "/moved", "/same", "/x")) {
        service.converse().send(Call.get(path));
        service.converse().read(Call.get(path), JsonShape.fields("/0"));
      }
      Errors.of(() -> service.converse().send(Call.get("/refused")));
      service.converse().send(Call.get("/x"));
    }
    assertThat(server.asked().stream().map(PlayedServer.Asked::port).distinct()).hasSize(1);
  }

  @Test
  void nothingIsStartedBeforeTheFirstCall() {
    try (HttpService service = server.endpoint().open()) {
      service.converse();
      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void manyAccountsShareAFewThreadsAndTheLastLeavesNone() {
    server.on("/x", Reply.json("{}"));
    List<HttpService> services =
        IntStream.range(0, 200).mapToObj(n -> server.endpoint().open()).toList();
    services.forEach(service -> service.converse().send(Call.get("/x")));
    assertThat(threads()).isNotEmpty().hasSizeLessThanOrEqualTo(13);
    services.forEach(HttpService::close);
    await().atMost(PATIENCE).until(() -> threads().isEmpty());
  }

  @Test
  void oneAccountClosedTwiceLeavesTheOthersAlone() {
    server.on("/x", Reply.json("{}"));
    HttpService one = server.endpoint().open();
    try (HttpService other = server.endpoint().open()) {
      one.converse().send(Call.get("/x"));
      other.converse().send(Call.get("/x"));
      one.close();
      one.close();
      other.converse().send(Call.get("/x"));
    }
  }

  @Test
  void loggingThatWouldShowCredentialsIsRefused() {
    System.setProperty("jdk.httpclient.HttpClient.log", "headers");
    try (HttpService service = server.endpoint().open()) {
      assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
          .hasMessageContaining("jdk.httpclient.HttpClient.log")
          .extracting(ConnectorException::category)
          .isEqualTo(Category.CONFIG);
      assertThat(server.asked()).isEmpty();
    } finally {
      System.clearProperty("jdk.httpclient.HttpClient.log");
    }
  }

  @Test
  void unreachableHostIsTransient() {
    server.close();
    try (HttpService service = server.endpoint().open()) {
      assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
          .hasMessageContaining("the connection failed")
          .extracting(ConnectorException::category)
          .isEqualTo(Category.TRANSIENT);
    }
  }

  private Reply held() {
    asked.countDown();
    try {
      never.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Reply.json("{}");
  }

  private void interruptionEndsReadingFrom(StallingServer stalling) throws InterruptedException {
    Endpoint endpoint = Endpoint.at(stalling.uri()).withAddresses(AddressPolicy.PRIVATE_TOO);
    try (HttpService service = endpoint.open()) {
      interruptionEnds(() -> service.converse().send(Call.get("/x")));
      assertThat(stalling.isHungUpOn()).isTrue();
    }
  }

  private void interruptionEnds(Runnable work) throws InterruptedException {
    AtomicReference<ConnectorException> failure = new AtomicReference<>();
    List<Boolean> interrupted = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              failure.set(Errors.of(work::run));
              interrupted.add(Thread.currentThread().isInterrupted());
            });
    caller.start();
    asked.await();
    caller.interrupt();
    caller.join(PATIENCE.toMillis());
    assertThat(caller.isAlive()).isFalse();
    assertThat(failure.get()).hasMessageContaining("interrupted");
    assertThat(interrupted).containsExactly(true);
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("tidemark-http") || name.startsWith("HttpClient"))
        .toList();
  }
}
