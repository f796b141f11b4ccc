// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes what is posted, answers as it is told to, and remembers everything. */
public final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Posted> posted = new ArrayList<>();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private boolean hanging;

  /** A request. */
  public record Posted(String path, Map<String, List<String>> headers, Bytes body) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse("");
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body.array());
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }

    public String id() {
      return json().get("id").asText();
    }
  }

  private record Reply(int status, String header, String value) {}

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Answers the next request so, and those after it with 204 again. */
  public Receiver answering(int status) {
    return answering(status, "X-Nothing", "at all");
  }

  public synchronized Receiver answering(int status, String header, String value) {
    replies.add(new Reply(status, header, value));
    return this;
  }

  /** Takes requests and answers none until it is closed. */
  public synchronized Receiver hanging() {
    hanging = true;
    return this;
  }

  public synchronized List<Posted> posted() {
    return List.copyOf(posted);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Reply reply = noted(exchange, body);
    if (reply == null) {
      awaitRelease();
      reply = new Reply(503, "X-Nothing", "at all");
    }
    exchange.getResponseHeaders().add(reply.header, reply.value);
    exchange.sendResponseHeaders(reply.status, -1);
    exchange.close();
  }

  private synchronized @org.jspecify.annotations.Nullable Reply noted(
      HttpExchange exchange, byte[] body) {
    posted.add(
        new Posted(
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            Bytes.wrap(body)));
    if (hanging) {
      return null;
    }
    return replies.isEmpty() ? new Reply(204, "X-Nothing", "at all") : replies.poll();
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
