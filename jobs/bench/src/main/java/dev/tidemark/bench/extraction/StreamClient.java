// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.bench.workload.Workload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Reads one stream as far as there is something. Used by one thread at a time. */
final class StreamClient implements Callable<Integer> {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY = 429;

  private final String address;
  private final String name;
  private final boolean parses;
  private final Map<String, long[]> sums = new TreeMap<>();
  private int page;

  StreamClient(int port, int stream, boolean parses) {
    this.address = "http://127.0.0.1:" + port + "/streams/" + stream + "?after=";
    this.name = Workload.connector(stream);
    this.parses = parses;
  }

  /** Pages read. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    int before = page;
    while (take(body())) {
      page++;
    }
    return page - before;
  }

  private byte[] body() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + page)).build();
    HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
    while (answer.statusCode() == TOO_MANY) {
      long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
      TimeUnit.SECONDS.sleep(seconds);
      answer = HTTP.send(request, BodyHandlers.ofByteArray());
    }
    return answer.body();
  }

  /** Whether there was something. */
  private boolean take(byte[] body) throws IOException {
    if (!parses) {
      return new String(body, 0, Math.min(body.length, 16), StandardCharsets.US_ASCII)
          .contains("{\"id");
    }
    JsonNode records = JSON.readTree(body).path(PageText.RECORDS);
    records.forEach(this::add);
    return !records.isEmpty();
  }

  private void add(JsonNode record) {
    Instant at = Instant.ofEpochSecond(record.path("at").longValue());
    String day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    long[] sum =
        sums.computeIfAbsent(record.path("pipeline").textValue() + "|" + day, key -> new long[2]);
    sum[0]++;
    sum[1] += record.path("errors").longValue();
  }

  /** What it added up, as the oracle says it. */
  List<String> rows() {
    return sums.entrySet().stream()
        .map(it -> name + "|" + it.getKey() + "|" + it.getValue()[0] + "|" + it.getValue()[1])
        .toList();
  }
}
