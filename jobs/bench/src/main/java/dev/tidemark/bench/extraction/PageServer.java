// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows pages over HTTP: {@code GET /streams/7?after=3}. Answers later without holding a thread
 * meanwhile, and with 429 and {@code Retry-After} what is more than allowed.
 */
final class PageServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int THREADS = 4;

  private final Terms terms;
  private final PageText text;
  private final HttpServer server;
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(THREADS);
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile Quota quota = new Quota(0);
  private volatile int shown;

  PageServer(Terms terms, PageText text) {
    this.terms = terms;
    this.text = text;
    this.shown = terms.workload().primed();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException("no port is free", failure);
    }
    server.createContext("/streams/", this::take);
    server.setExecutor(later);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** From now on all pages are there, and the quota counts. */
  void open() {
    answered.set(0);
    refused.set(0);
    quota = new Quota(terms.perSecond());
    shown = terms.workload().pages();
  }

  /** Pages with records that were sent since. */
  long answered() {
    return answered.get();
  }

  /** Requests that were more than allowed since. */
  long refused() {
    return refused.get();
  }

  private void take(HttpExchange exchange) {
    boolean allowed = quota.take();
    long millis = terms.latency().toMillis();
    var unused = later.schedule(() -> answer(exchange, allowed), millis, TimeUnit.MILLISECONDS);
  }

  private void answer(HttpExchange exchange, boolean allowed) {
    try {
      if (allowed) {
        show(exchange);
      } else {
        refused.incrementAndGet();
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(TOO_MANY, -1);
      }
    } catch (IOException gone) {
      exchange.close();
    }
  }

  /** Ends with the body and not with the exchange, which would end the connection as well. */
  private void show(HttpExchange exchange) throws IOException {
    int page = Integer.parseInt(parameters(exchange).getOrDefault("after", "0"));
    byte[] body = text.page(stream(exchange), page, shown);
    if (page >= terms.workload().primed() && page < shown) {
      answered.incrementAndGet();
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static int stream(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query == null
        ? Map.of()
        : Stream.of(query.split("&"))
            .map(it -> it.split("=", 2))
            .collect(Collectors.toMap(it -> it[0], it -> it[1], (first, second) -> second));
  }

  @Override
  public void close() {
    server.stop(0);
    later.shutdownNow();
  }
}
