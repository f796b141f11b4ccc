// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** A real HTTP server that plays a part on each path and remembers what it was asked. */
final class PlayedServer implements AutoCloseable {
  static {
    // Otherwise the server sends heads and bodies apart and waits for acknowledgement in between.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<Asked, Reply>> parts = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private PlayedServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::play);
    server.setExecutor(threads);
    server.start();
  }

  static PlayedServer start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new PlayedServer(HttpServer.create(address, 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Plays that part on a path; the query is for the part to look at. */
  PlayedServer on(String path, Function<Asked, Reply> part) {
    parts.put(path, part);
    return this;
  }

  PlayedServer on(String path, Reply reply) {
    return on(path, question -> reply);
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  Asked last() {
    return asked.get(asked.size() - 1);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  URI uri(String path) {
    return URI.create(uri() + path);
  }

  /** The account at this server, allowed to be where it is. */
  Endpoint endpoint() {
    return Endpoint.at(uri()).withAddresses(AddressPolicy.PRIVATE_TOO);
  }

  Endpoint endpoint(InstantSource clock) {
    return endpoint().withClock(clock);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** What was asked, and from which port. */
  record Asked(String method, URI uri, Map<String, List<String>> headers, String body, int port) {
    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? "" : values.get(0);
    }

    String query() {
      return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }
  }

  /** What to answer. */
  record Reply(int status, Map<String, String> headers, Bytes body) {
    static Reply json(String body) {
      return of(200, body);
    }

    static Reply of(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), Bytes.utf8(body));
    }

    Reply with(String name, String value) {
      Map<String, String> all = new ConcurrentHashMap<>(headers);
      all.put(name, value);
      return new Reply(status, all, body);
    }

    Reply with(byte[] other) {
      return new Reply(status, headers, Bytes.wrap(other));
    }

    Reply gzipped() {
      return with("Content-Encoding", "gzip").with(gzip(body.array()));
    }
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  /** Headers by name in any case, readable once the exchange is over. */
  private static Map<String, List<String>> headers(HttpExchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    return headers;
  }

  private void play(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    URI uri = exchange.getRequestURI();
    Asked question =
        new Asked(
            exchange.getRequestMethod(),
            uri,
            headers(exchange),
            body,
            exchange.getRemoteAddress().getPort());
    asked.add(question);
    Function<Asked, Reply> part = parts.get(uri.getPath());
    Reply reply = part == null ? Reply.of(404, "{}") : part.apply(question);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    boolean silent = reply.status() == 304 || reply.status() == 204;
    exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length());
    if (!silent) {
      exchange.getResponseBody().write(reply.body().array());
    }
    exchange.close();
  }
}
