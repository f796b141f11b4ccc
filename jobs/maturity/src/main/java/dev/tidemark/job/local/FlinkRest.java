// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Questions to a Flink cluster's REST interface. Safe for use by several threads. */
final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FlinkAddress address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  FlinkRest(FlinkAddress address) {
    this.address = address;
  }

  FlinkAddress address() {
    return address;
  }

  /** What the cluster answers under a path; fails if it does not. */
  JsonNode get(String path) {
    return ask(request(path).GET().build());
  }

  void patch(String path) {
    ask(request(path).method("PATCH", BodyPublishers.noBody()).build());
  }

  private HttpRequest.Builder request(String path) {
    URI uri = address.path(path);
    return HttpRequest.newBuilder(uri).timeout(PATIENCE);
  }

  private JsonNode ask(HttpRequest request) {
    try {
      return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException failure) {
      throw FlinkException.unreachable(address, failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new FlinkException("interrupted while asking Flink at " + address, stop);
    }
  }
}
