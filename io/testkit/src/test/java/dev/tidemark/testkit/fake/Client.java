// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks a fake over a real connection, never a redirect further. */
record Client(HttpClient http) {
  Client() {
    this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
  }

  HttpResponse<String> get(FakeServer server, String path, String... headers) throws IOException {
    return send(request(server, path, headers), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(FakeServer server, String path, String... headers) throws IOException {
    return send(request(server, path, headers), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(FakeServer server, String path, String form, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        request(server, path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Asks without waiting for the answer. */
  CompletableFuture<HttpResponse<String>> start(FakeServer server, String path) {
    return http.sendAsync(request(server, path).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> follow(URI address, String... headers) throws IOException {
    return send(request(address, headers), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(FakeServer server, String path, String... headers) {
    return request(URI.create(server.address() + path), headers);
  }

  private static HttpRequest.Builder request(URI address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return http.send(request.build(), body);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
