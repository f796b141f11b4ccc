// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/** How each service words an error. */
final class Dialects {
  private Dialects() {}

  static Answer error(String service, AwsError error) {
    return switch (service) {
      case "s3" -> rest(error);
      case "sts", "monitoring", "redshift" -> query(error);
      case "sqs" -> formerlyQuery(error);
      default -> json(error);
    };
  }

  /** A service that went over to JSON goes on to say its former codes, in a header. */
  private static Answer formerlyQuery(AwsError error) {
    String code = error.code().substring(error.code().indexOf('#') + 1);
    String former =
        code.equals("QueueDoesNotExist") ? "AWS.SimpleQueueService.NonExistentQueue" : code;
    Answer answer = json(error);
    return new Answer(
        answer.status(),
        answer.type(),
        answer.body(),
        Map.of("x-amzn-query-error", former + ";Sender"));
  }

  /** Nobody was let in: each service has its own name for that. */
  static AwsError unknownKey(String service) {
    String message = "The security token included in the request is invalid.";
    return switch (service) {
      case "s3" -> new AwsError(403, "InvalidAccessKeyId", "The access key does not exist.");
      case "sts", "monitoring", "redshift" -> new AwsError(403, "InvalidClientTokenId", message);
      default -> new AwsError(400, "UnrecognizedClientException", message);
    };
  }

  static AwsError wrongSignature(String service) {
    String message = "The request signature does not match the one calculated here.";
    return switch (service) {
      case "s3", "sts", "monitoring", "redshift" ->
          new AwsError(403, "SignatureDoesNotMatch", message);
      default -> new AwsError(400, "InvalidSignatureException", message);
    };
  }

  static AwsError expired(String service) {
    String message = "The security token included in the request is expired";
    return switch (service) {
      case "s3" -> new AwsError(400, "ExpiredToken", message);
      case "sts", "monitoring", "redshift" -> new AwsError(403, "ExpiredToken", message);
      default -> new AwsError(400, "ExpiredTokenException", message);
    };
  }

  static AwsError denied(String service, String action) {
    String message = "User is not authorized to perform: " + action;
    return switch (service) {
      case "s3", "sts", "monitoring", "redshift" -> new AwsError(403, "AccessDenied", message);
      default -> new AwsError(400, "AccessDeniedException", message);
    };
  }

  static AwsError throttled(String service) {
    return switch (service) {
      case "s3" -> new AwsError(503, "SlowDown", "Please reduce your request rate.");
      case "sts", "monitoring", "redshift" -> new AwsError(400, "Throttling", "Rate exceeded");
      default -> new AwsError(400, "ThrottlingException", "Rate exceeded");
    };
  }

  private static Answer rest(AwsError error) {
    Xml xml = new Xml();
    xml.open("Error")
        .text("Code", error.code())
        .text("Message", String.valueOf(error.getMessage()));
    xml.text("RequestId", UUID.randomUUID().toString()).close("Error");
    return Answer.xml(error.status(), xml.toString());
  }

  private static Answer query(AwsError error) {
    Xml xml = new Xml();
    xml.open("ErrorResponse").open("Error").text("Type", "Sender").text("Code", error.code());
    xml.text("Message", String.valueOf(error.getMessage())).close("Error");
    xml.text("RequestId", UUID.randomUUID().toString()).close("ErrorResponse");
    return Answer.xml(error.status(), xml.toString());
  }

  private static Answer json(AwsError error) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("__type", error.code()).put("message", error.getMessage());
    return Answer.json(error.status(), node);
  }
}
