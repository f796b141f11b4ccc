// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The drivers' protocol over HTTP, on this machine. */
final class Service implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("Snowflake Token=\"([^\"]+)\"");

  static {
    // Without it the JDK's server waits 40 ms for more to send with every small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake snowflake");
            thread.setDaemon(true);
            return thread;
          });
  private final Desk desk;
  private final Statements statements;
  private final Credentials credentials;
  private final Trouble trouble;
  private final Runnable beforeStatements;

  Service(
      Desk desk,
      Statements statements,
      Credentials credentials,
      Trouble trouble,
      Runnable beforeStatements) {
    this.desk = desk;
    this.statements = statements;
    this.credentials = credentials;
    this.trouble = trouble;
    this.beforeStatements = beforeStatements;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    trouble.mend();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = body(exchange);
      Trouble.Case met = trouble.meets(exchange.getRequestURI().getPath(), body);
      if (met != null && Spoiling.spoils(met, exchange, trouble)) {
        return;
      }
      if (met != null && met.failure() != null) {
        send(exchange, 200, Answer.failed(met.failure()), null);
        return;
      }
      route(exchange, body, met);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void route(HttpExchange exchange, String body, Trouble.@Nullable Case met)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> parameters = parameters(exchange);
    switch (path) {
      case "/session/v1/login-request" -> login(exchange, Json.parse(body), parameters);
      case "/oauth/token-request" -> token(exchange);
      case "/session/token-request" -> send(exchange, 200, desk.renew(bearer(exchange)), met);
      case "/queries/v1/query-request" -> query(exchange, Json.parse(body), parameters, met);
      case "/queries/v1/abort-request" -> {
        statements.cancel(Json.parse(body).path("requestId").asText());
        send(exchange, 200, Answer.success(Json.object()), met);
      }
      case "/session" -> {
        desk.logOut(bearer(exchange));
        send(exchange, 200, Answer.success(Json.object()), met);
      }
      case "/session/heartbeat", "/telemetry/send" ->
          send(exchange, 200, Answer.success(Json.object()), met);
      default -> exchange.sendResponseHeaders(404, -1);
    }
  }

  private void login(HttpExchange exchange, JsonNode request, Map<String, String> parameters)
      throws IOException {
    if (desk.isHere(request)) {
      send(exchange, 200, desk.login(request, parameters), null);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    String authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    ObjectNode answer = Json.object();
    if (credentials.isClient(authorization)) {
      answer.put("access_token", credentials.oauthToken()).put("token_type", "Bearer");
      send(exchange, 200, answer.put("expires_in", 600), null);
    } else {
      send(exchange, 400, answer.put("error", "invalid_client"), null);
    }
  }

  private void query(
      HttpExchange exchange,
      JsonNode request,
      Map<String, String> parameters,
      Trouble.@Nullable Case met)
      throws IOException {
    String token = bearer(exchange);
    Optional<Login> login = desk.session(token);
    if (login.isEmpty()) {
      String code = desk.isExpired(token) ? "390112" : "390111";
      send(
          exchange,
          200,
          Answer.refused(
              code, "Session no longer exists.  New login required to access the service."),
          null);
      return;
    }
    beforeStatements.run();
    String id = parameters.getOrDefault("requestId", "");
    send(exchange, 200, statements.answer(id, request, login.get()), met);
  }

  private static void send(
      HttpExchange exchange, int status, JsonNode answer, Trouble.@Nullable Case met)
      throws IOException {
    byte[] plain = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    boolean compressed =
        String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")).contains("gzip");
    byte[] bytes = compressed ? gzip(plain) : plain;
    if (compressed) {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    }
    Spoiling.send(exchange, status, met, plain, bytes);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static String body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String bearer(HttpExchange exchange) {
    String header =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    Matcher token = TOKEN.matcher(header);
    return token.find() ? token.group(1) : "";
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    Map<String, String> parameters = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(
          parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
