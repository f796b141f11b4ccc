// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidemark.http.PlayedServer.Asked;
import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing secret is ever told, whatever the source does, also where every logger tells all. */
class SecretsTest {
  private final PlayedServer server = PlayedServer.start();
  private final Secret key = key();
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final ListAppender<ILoggingEvent> slf4j = new ListAppender<>();
  private final Handler jul = new Listening();

  @BeforeEach
  void listen() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.TRACE);
    slf4j.start();
    root.addAppender(slf4j);
    for (String name : List.of("", "jdk.httpclient", "jdk.internal.httpclient.debug")) {
      java.util.logging.Logger logger = java.util.logging.Logger.getLogger(name);
      logger.setLevel(java.util.logging.Level.ALL);
    }
    java.util.logging.Logger.getLogger("").addHandler(jul);
  }

  @AfterEach
  void close() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAppender(slf4j);
    root.setLevel(Level.WARN);
    java.util.logging.Logger.getLogger("").removeHandler(jul);
    LogManager.getLogManager().readConfiguration();
    server.close();
  }

  @Test
  void sourceThatRepeatsEverythingInItsErrors() {
    for (int status : List.of(400, 401, 403, 500)) {
      server.on("/token", asked -> Reply.of(status, echo(asked)));
      server.on("/x", asked -> Reply.of(status, echo(asked)));
      askInEveryWay(true);
      server.on("/token", asked -> Reply.json(tokens()));
      askInEveryWay(true);
    }
    assertNothingWasTold();
  }

  @Test
  void sourceThatRepeatsEverythingInWhatCannotBeRead() {
    server.on("/token", asked -> Reply.json(tokens()));
    server.on("/x", asked -> Reply.json("<" + echo(asked)));
    askInEveryWay(true);
    server.on(
        "/x", asked -> Reply.of(302, "").with("Location", "/%/" + asked.header("Authorization")));
    askInEveryWay(true);
    server.on("/token", asked -> Reply.json("<" + echo(asked)));
    server.on("/x", asked -> Reply.json("{}"));
    askInEveryWay(false);
    assertNothingWasTold();
  }

  @Test
  void sourceThatCannotBeReached() {
    server.close();
    askInEveryWay(true);
    assertNothingWasTold();
  }

  @Test
  void successTellsNothing() {
    server.on("/token", asked -> Reply.json(tokens()));
    server.on("/x", asked -> Reply.json("{}"));
    askInEveryWay(false);
    assertThat(server.asked().toString()).contains(EverySecret.CANARY);
    assertNothingWasTold();
  }

  @Test
  void secretThatCannotBeSent() {
    for (String ending : List.of("\n", "\r\nX: y", "\u0000")) {
      Secret secret = Secret.of(EverySecret.CANARY + ending);
      ask(Authentication.bearer(secret), true);
      ask(Authentication.keyInHeader("X-Key", secret), true);
      ask(Authentication.keyInHeader("X Key", secret), true);
    }
    assertThat(server.asked()).isEmpty();
    assertNothingWasTold();
  }

  @Test
  void keyInTheQueryIsNotSentWhereALoggerWouldShowIt() {
    Authentication how = Authentication.keyInQuery("key", Secret.of(EverySecret.CANARY));
    try (HttpService service = server.endpoint().authenticatedBy(how).open()) {
      var failure = Errors.of(() -> service.converse().send(Call.get("/x")));
      assertThat(failure.category()).isEqualTo(Category.CONFIG);
      assertThat(failure).hasMessageContaining("jdk.internal.httpclient.debug");
      told.add(String.valueOf(failure.getMessage()));
    }
    assertThat(server.asked()).isEmpty();
    assertNothingWasTold();
  }

  @Test
  void keyInTheQueryIsSentWhereNoLoggerWouldShowIt() {
    java.util.logging.Logger.getLogger("jdk.internal.httpclient.debug")
        .setLevel(java.util.logging.Level.INFO);
    server.on("/x", asked -> Reply.of(400, echo(asked)));
    ask(Authentication.keyInQuery("key", Secret.of(EverySecret.CANARY)), true);
    assertThat(server.asked()).hasSize(1);
    assertNothingWasTold();
  }

  private void askInEveryWay(boolean failing) {
    EverySecret.kinds(server.uri("/token"), key).values().forEach(how -> ask(how, failing));
  }

  private void ask(Authentication how, boolean failing) {
    Endpoint endpoint = server.endpoint().authenticatedBy(how);
    try (HttpService service = endpoint.open()) {
      told.add(endpoint + " " + how + " " + how.secrets());
      service.converse().read(Call.get("/x"), JsonShape.fields("/a"));
      told.add(how.authorise(Call.get("/x"), service.converse()).toString());
      assertThat(failing).as("%s fails", how).isFalse();
    } catch (ConnectorException failure) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text));
      told.add(text.toString());
    }
  }

  private void assertNothingWasTold() {
    slf4j.list.forEach(
        event -> told.add(event.getLoggerName() + " " + event.getFormattedMessage()));
    assertThat(told).isNotEmpty();
    assertThat(told)
        .noneMatch(text -> text.contains(EverySecret.CANARY))
        .noneMatch(text -> text.contains("Y2FuYXJ5"))
        .noneMatch(text -> text.contains("eyJhbGciOi"));
  }

  private static String echo(Asked asked) {
    String all = asked.uri() + " " + asked.headers() + " " + asked.body();
    String quoted = all.replace("\\", "\\\\").replace("\"", "\\\"");
    return "{\"error\":\"" + quoted + "\",\"error_description\":\"" + quoted + "\"}";
  }

  private static String tokens() {
    return "{\"access_token\":\"" + EverySecret.CANARY + "-access\",\"expires_in\":3600}";
  }

  private static Secret key() {
    try {
      return OAuthServerTest.pem(OAuthServerTest.keys());
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Hears what the JDK's loggers tell. */
  private final class Listening extends Handler {
    @Override
    public void publish(LogRecord entry) {
      // The server in this JVM tells what it was asked, which is not ours to hide.
      if (!String.valueOf(entry.getLoggerName()).startsWith("com.sun.net.httpserver")) {
        told.add(entry.getLoggerName() + " " + entry.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
