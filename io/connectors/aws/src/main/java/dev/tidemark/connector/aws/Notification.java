// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An event notification of S3: as a bucket sends it, in the envelope of a topic of SNS, or as a
 * rule of EventBridge passes it on.
 *
 * @param buckets those it tells of; none where S3 only tries whether notifications arrive
 */
record Notification(Set<String> buckets) {
  private static final JsonMapper JSON = new JsonMapper();

  Notification {
    buckets = Set.copyOf(buckets);
  }

  /** What a message says; empty where it is no notification of S3. */
  static Optional<Notification> of(String message) {
    JsonNode body = tree(message);
    boolean isEnveloped = body.path("Type").asText().equals("Notification");
    return read(isEnveloped ? tree(body.path("Message").asText()) : body);
  }

  private static Optional<Notification> read(JsonNode event) {
    if (event.path("Event").asText().equals("s3:TestEvent")) {
      return Optional.of(new Notification(Set.of()));
    }
    Set<String> buckets = new TreeSet<>();
    if (event.path("source").asText().equals("aws.s3")) {
      buckets.add(event.at("/detail/bucket/name").asText());
    }
    for (JsonNode change : event.path("Records")) {
      if (change.path("eventSource").asText().equals("aws:s3")) {
        buckets.add(change.at("/s3/bucket/name").asText());
      }
    }
    buckets.remove("");
    return buckets.isEmpty() ? Optional.empty() : Optional.of(new Notification(buckets));
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException foreign) {
      return MissingNode.getInstance();
    }
  }
}
