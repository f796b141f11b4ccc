// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Somebody webhooks are posted to, who verifies each as the Standard Webhooks specification says
 * and can die and come back at the same address. What it answered it remembers, and nothing else.
 * Safe for use by several threads.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final JsonMapper JSON = new JsonMapper();

  private record Told(String path, JsonNode event) {}

  private final byte[] key = new byte[32];
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Told> told = new ArrayList<>();
  private final List<String> forged = new ArrayList<>();
  private final int port;
  private @Nullable HttpServer server;

  public WebhookReceiver() {
    new SecureRandom().nextBytes(key);
    port = listen(0);
  }

  public String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** What senders sign with. */
  public String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /** The events it accepted at a path, in the order they came. */
  public synchronized List<JsonNode> told(String path) {
    return told.stream().filter(it -> it.path.equals(path)).map(Told::event).toList();
  }

  /** What came and was not signed as it should be. */
  public synchronized List<String> forged() {
    return List.copyOf(forged);
  }

  /** Nobody listens any more; what was answered was answered. */
  public synchronized void die() {
    HttpServer dead = server;
    server = null;
    if (dead != null) {
      dead.stop(0);
    }
  }

  /** Listens again, once nobody else has its port. */
  public void revive() {
    Streams.within("port " + port + " is free", Streams.PATIENCE)
        .ignoreExceptions()
        .until(() -> listen(port) == port);
  }

  private synchronized int listen(int wanted) {
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
      HttpServer fresh = HttpServer.create(place, 0);
      fresh.createContext("/", this::take);
      fresh.setExecutor(threads);
      fresh.start();
      server = fresh;
      return fresh.getAddress().getPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    answer(exchange, body);
    exchange.close();
  }

  private synchronized void answer(HttpExchange exchange, byte[] body) throws IOException {
    if (server == null) {
      return;
    }
    String path = exchange.getRequestURI().getPath();
    if (isGenuine(exchange, body)) {
      told.add(new Told(path, JSON.readTree(body)));
      exchange.sendResponseHeaders(204, -1);
    } else {
      forged.add(path + " " + new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(401, -1);
    }
  }

  /** One of the signatures is ours, the attempt is of the last minutes, and the id the event's. */
  private boolean isGenuine(HttpExchange exchange, byte[] body) throws IOException {
    String id = header(exchange, "webhook-id");
    String sent = header(exchange, "webhook-timestamp");
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(sent)), Instant.now());
    return Arrays.asList(header(exchange, "webhook-signature").split(" "))
            .contains("v1," + signature(id + "." + sent + ".", body))
        && age.abs().compareTo(TOLERANCE) < 0
        && id.equals(JSON.readTree(body).path("id").asText());
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private String signature(String head, byte[] body) {
    try {
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      signed.writeBytes(body);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  @Override
  public void close() {
    die();
    threads.shutdownNow();
  }
}
