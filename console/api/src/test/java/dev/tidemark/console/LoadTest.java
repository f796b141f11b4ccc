// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.access.Token;
import dev.tidemark.model.OrganisationId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * How long routes take with 10,000 connectors in one organisation and a year of daily scores of
 * 1,000, many requests in flight. It writes what it measured to {@code target/load.txt} and asserts
 * no speed: {@code mvn verify -Pload -pl console/api -am -Dtest=LoadTest}.
 */
class LoadTest {
  private static final int IN_FLIGHT = Integer.getInteger("load.in-flight", 50);
  private static final int REQUESTS = Integer.getInteger("load.requests", 400);
  private static final int WARMING = 100;
  private static final int ALONE = 40;

  private final OrganisationId large = Served.organisation();
  private final OrganisationId scored = Served.organisation();
  private final Token token = Token.random();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everyRouteUnderLoad() throws Exception {
    String connector = fill();
    Map<String, String> lines = new TreeMap<>();
    for (String path : paths(connector)) {
      load(path, IN_FLIGHT, WARMING);
    }
    for (String path : paths(connector)) {
      lines.put(path, line(load(path, 1, ALONE), load(path, IN_FLIGHT, REQUESTS)));
    }
    Files.writeString(Path.of("target", "load.txt"), table(lines));
  }

  private List<String> paths(String connector) {
    String lists = "/api/organisations/" + large;
    String scores = "/api/organisations/" + scored;
    return List.of(
        "/openapi.json",
        "/api/session",
        "/api/organisations",
        "/api/connector-types",
        "/api/connector-types/postgresql",
        lists + "/streams",
        lists + "/rejected-records",
        lists + "/estate",
        lists + "/audit",
        lists + "/attestations",
        lists + "/models",
        scores + "/score",
        scores + "/indicators",
        scores + "/next-steps",
        scores + "/score/history",
        scores + "/score/history?limit=1000",
        scores + "/score/reasons?after=2025-06-01&through=2025-12-31",
        scores + "/score/reasons?after=2025-01-01",
        "/api/data-connectors?organisation=" + large,
        "/api/data-connectors/" + connector,
        "/api/data-connectors/" + connector + "/settings",
        "/api/data-connectors/" + connector + "/volumes?hours=744",
        "/api/data-connectors/" + connector + "/streams/stream-1/rewind");
  }

  private List<Long> load(String path, int inFlight, int requests) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(inFlight);
    try {
      List<Callable<Long>> work = new ArrayList<>(Collections.nCopies(requests, () -> asked(path)));
      List<Long> nanoseconds = new ArrayList<>();
      for (Future<Long> each : threads.invokeAll(work)) {
        nanoseconds.add(each.get());
      }
      Collections.sort(nanoseconds);
      return nanoseconds;
    } finally {
      threads.shutdown();
    }
  }

  private long asked(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(Served.CONSOLE.origin().resolve(path))
            .header("Cookie", "tidemark_session=" + token.reveal())
            .build();
    long begun = System.nanoTime();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    long took = System.nanoTime() - begun;
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return took;
  }

  private static String line(List<Long> alone, List<Long> many) {
    return "%7.1f %7.1f %7.1f %7.1f"
        .formatted(at(alone, 0.5), at(many, 0.5), at(many, 0.99), at(many, 1));
  }

  private static String table(Map<String, String> lines) {
    StringBuilder table = new StringBuilder("  alone     p50     p99     max  milliseconds\n");
    lines.forEach((path, line) -> table.append(line).append("  ").append(path).append('\n'));
    return table.toString();
  }

  private static double at(List<Long> sorted, double share) {
    int place = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(place) / 1e6;
  }

  /** Answers one of the connectors. */
  private String fill() {
    UUID person = UUID.randomUUID();
    Served.change(
        "INSERT INTO console_person (id, name, everywhere) VALUES (?, 'load', 'administrator')",
        person);
    Served.keep(token, person);
    String connector = Connecting.added(Served.member(large, "editor"), large);
    Served.scored(scored);
    Served.DATABASE.transaction(
        session -> {
          // What constraints and triggers would do row by row is not what is measured.
          session.change("SET LOCAL session_replication_role = replica");
          for (String sql : LoadRows.ALL) {
            session.change(
                LoadRows.statement(sql), LoadRows.parameters(sql, large.value(), scored.value()));
          }
          return session.change("ANALYZE");
        });
    return connector;
  }
}
