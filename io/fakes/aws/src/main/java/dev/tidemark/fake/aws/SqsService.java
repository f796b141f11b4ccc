// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** SQS: receiving messages, waiting for them if asked to, and deleting them. */
final class SqsService extends JsonService {
  private static final int MOST = 10;
  private static final int LONGEST_WAIT = 20;
  private static final int HIDDEN = 30;

  SqsService(World world) {
    super(world, "sqs", 1, MOST);
  }

  /** A batch needs the permission for one. */
  @Override
  public String action(Wire wire) {
    return super.action(wire).replaceFirst("Batch$", "");
  }

  @Override
  JsonNode answer(String operation, JsonNode input, Wire wire) {
    FakeQueue queue = queue(input, wire.region());
    return switch (operation) {
      case "ReceiveMessage" -> receive(queue, input);
      case "DeleteMessage" -> delete(queue, input);
      case "DeleteMessageBatch" -> deleteAll(queue, input);
      default -> throw unknown(operation);
    };
  }

  private FakeQueue queue(JsonNode input, String region) {
    String url = input.path("QueueUrl").asText();
    FakeQueue queue = world().queues().get(region + "/" + url.substring(url.lastIndexOf('/') + 1));
    if (queue == null) {
      throw new AwsError(
          400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
    }
    return queue;
  }

  private ObjectNode receive(FakeQueue queue, JsonNode input) {
    int most = input.path("MaxNumberOfMessages").asInt(1);
    int seconds = input.path("WaitTimeSeconds").asInt(0);
    if (most < 1 || most > MOST || seconds < 0 || seconds > LONGEST_WAIT) {
      throw new AwsError(
          400, "com.amazonaws.sqs#InvalidParameterValue", "A value is out of its bounds.");
    }
    Duration hidden = Duration.ofSeconds(input.path("VisibilityTimeout").asInt(HIDDEN));
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<FakeQueue.Message> received = queue.receive(most, hidden);
    while (received.isEmpty() && world().isChangedBefore(end)) {
      received = queue.receive(most, hidden);
    }
    ObjectNode answer = node();
    if (!received.isEmpty()) {
      ArrayNode messages = answer.putArray("Messages");
      received.forEach(message -> messages.add(shown(message)));
    }
    return answer;
  }

  private static ObjectNode shown(FakeQueue.Message message) {
    return node()
        .put("MessageId", message.id())
        .put("ReceiptHandle", message.receipt())
        .put("MD5OfBody", md5(message.body()))
        .put("Body", message.body());
  }

  private static ObjectNode delete(FakeQueue queue, JsonNode input) {
    if (!queue.delete(input.path("ReceiptHandle").asText())) {
      throw new AwsError(
          400,
          "com.amazonaws.sqs#ReceiptHandleIsInvalid",
          "The input receipt handle is not a valid receipt handle.");
    }
    return node();
  }

  private static ObjectNode deleteAll(FakeQueue queue, JsonNode input) {
    ObjectNode answer = node();
    ArrayNode done = answer.putArray("Successful");
    ArrayNode failed = answer.putArray("Failed");
    for (JsonNode entry : input.path("Entries")) {
      boolean known = queue.delete(entry.path("ReceiptHandle").asText());
      ObjectNode result = (known ? done : failed).addObject().put("Id", entry.path("Id").asText());
      if (!known) {
        result.put("SenderFault", true).put("Code", "ReceiptHandleIsInvalid");
      }
    }
    return answer;
  }

  private static String md5(String body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
