// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads requests. */
final class Reception {
  private Reception() {}

  static Request read(HttpExchange exchange, Instant at) throws IOException {
    URI asked = exchange.getRequestURI();
    Map<String, List<String>> headers = headers(exchange);
    return new Request(
        exchange.getRequestMethod(),
        URI.create("http://" + host(exchange, headers) + asked),
        asked.getPath(),
        Map.of(),
        Parameters.parse(Optional.ofNullable(asked.getRawQuery()).orElse("")),
        headers,
        body(exchange, headers),
        at);
  }

  static Request with(Request request, Map<String, String> parts) {
    return new Request(
        request.method(),
        request.address(),
        request.path(),
        parts,
        request.query(),
        request.headers(),
        request.body(),
        request.at());
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return headers;
  }

  private static String host(HttpExchange exchange, Map<String, List<String>> headers) {
    InetSocketAddress local = exchange.getLocalAddress();
    return headers.getOrDefault("host", List.of("127.0.0.1:" + local.getPort())).get(0);
  }

  private static String body(HttpExchange exchange, Map<String, List<String>> headers)
      throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean compressed = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
    return new String(compressed ? Compression.gunzip(sent) : sent, StandardCharsets.UTF_8);
  }
}
