// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.e2e.world.FlinkCluster;
import dev.tidemark.e2e.world.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What an operator does to jobs through the REST interface of a cluster. */
record JobOperations(FlinkCluster cluster) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Has the state of a job kept, which goes on; answers where. */
  String savepoint(JsonNode job) {
    String path = path(job) + "/savepoints";
    String place = cluster.checkpoints().resolveSibling("savepoints").toString();
    String body = JSON.createObjectNode().put("target-directory", place).toString();
    String trigger =
        send(path, request().POST(BodyPublishers.ofString(body))).path("request-id").asText();
    Streams.within("a savepoint is kept", Streams.PATIENCE)
        .until(() -> ask(path + "/" + trigger).at("/status/id").asText().equals("COMPLETED"));
    return ask(path + "/" + trigger).at("/operation/location").asText();
  }

  /** Ends a job, and waits for that. */
  void cancel(JsonNode job) {
    send(path(job), request().method("PATCH", BodyPublishers.noBody()));
    Streams.within("the job is cancelled", Streams.PATIENCE)
        .until(() -> ask(path(job)).path("state").asText().equals("CANCELED"));
  }

  private static String path(JsonNode job) {
    return "/jobs/" + job.path("jid").asText();
  }

  private static HttpRequest.Builder request() {
    return HttpRequest.newBuilder().header("Content-Type", "application/json");
  }

  private JsonNode ask(String path) {
    return send(path, request().GET());
  }

  private JsonNode send(String path, HttpRequest.Builder request) {
    try {
      HttpRequest whole = request.uri(URI.create("http://" + cluster.address() + path)).build();
      String answer = HttpClient.newHttpClient().send(whole, BodyHandlers.ofString()).body();
      return answer.isBlank() ? JSON.createObjectNode() : JSON.readTree(answer);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the test is to stop", stop);
    }
  }
}
