// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * The completed checkpoints of a job, as Flink's REST interface tells them: the last ten.
 *
 * @param address host and port of the interface
 * @param job as Flink calls it
 */
public record Checkpoints(String address, String job) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One that was completed.
   *
   * @param millis from its beginning to its end
   * @param bytes of state in it
   */
  public record Checkpoint(long number, long millis, long bytes) {}

  /** Newest first. */
  public List<Checkpoint> completed() {
    List<Checkpoint> found = new ArrayList<>();
    for (JsonNode checkpoint : history()) {
      if (checkpoint.path("status").asText().equals("COMPLETED")) {
        found.add(
            new Checkpoint(
                checkpoint.path("id").asLong(),
                checkpoint.path("end_to_end_duration").asLong(),
                checkpoint.path("state_size").asLong()));
      }
    }
    return found;
  }

  private JsonNode history() {
    URI uri = URI.create("http://" + address + "/jobs/" + job + "/checkpoints");
    try {
      HttpClient client = HttpClient.newHttpClient();
      String answer =
          client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      return JSON.readTree(answer).path("history");
    } catch (IOException failure) {
      throw new IllegalStateException("Flink at " + address + " does not answer", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Flink", stop);
    }
  }
}
