// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Redshift Serverless, as far as it tells where workgroups listen and lets one in. */
final class RedshiftServerlessService extends JsonService {
  private static final Duration LIFE = Duration.ofMinutes(15);

  RedshiftServerlessService(World world) {
    super(world, "redshift-serverless", 100, 100);
  }

  @Override
  JsonNode answer(String operation, JsonNode input, Wire wire) {
    String name = input.path("workgroupName").asText();
    FakeListener listener = world().listeners().get(wire.region() + ":workgroup/" + name);
    if (listener == null) {
      throw new AwsError(400, "ResourceNotFoundException", "Workgroup " + name + " not found.");
    }
    return switch (operation) {
      case "GetWorkgroup" -> workgroup(name, listener);
      case "GetCredentials" -> credentials(listener);
      default -> throw unknown(operation);
    };
  }

  private static ObjectNode workgroup(String name, FakeListener listener) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode workgroup = answer.putObject("workgroup");
    workgroup.put("workgroupName", name).put("status", "AVAILABLE");
    workgroup.putObject("endpoint").put("address", listener.host()).put("port", listener.port());
    return answer;
  }

  private static ObjectNode credentials(FakeListener listener) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("dbUser", listener.user())
        .put("dbPassword", listener.password())
        .put("expiration", Instant.now().plus(LIFE).toEpochMilli() / 1e3);
  }
}
