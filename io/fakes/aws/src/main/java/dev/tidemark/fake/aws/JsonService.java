// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** A service that is asked and answers in JSON. */
abstract class JsonService implements Service {
  private static final JsonMapper JSON = new JsonMapper();

  private final World world;
  private final String prefix;
  private final int usual;
  private final int most;

  /**
   * A service.
   *
   * @param prefix of its permissions
   * @param usual how many things a page holds where nobody says
   * @param most how many it holds at most
   */
  JsonService(World world, String prefix, int usual, int most) {
    this.world = world;
    this.prefix = prefix;
    this.usual = usual;
    this.most = most;
  }

  @Override
  public String action(Wire wire) {
    return prefix + ":" + wire.operation();
  }

  @Override
  public Answer answer(Wire wire) {
    try {
      return Answer.json(answer(wire.operation(), JSON.readTree(wire.body()), wire));
    } catch (JsonProcessingException malformed) {
      throw new AwsError(400, "SerializationException", "The request is not JSON");
    }
  }

  abstract JsonNode answer(String operation, JsonNode input, Wire wire);

  World world() {
    return world;
  }

  /** A page of things under that name. */
  ObjectNode page(String name, List<ObjectNode> all, JsonNode input) {
    int size = input.path("MaxResults").asInt(usual);
    if (size < 1 || size > most) {
      throw new AwsError(400, "ValidationException", "MaxResults is 1 to " + most);
    }
    int held = Math.min(size, world.pageSize());
    Pages<ObjectNode> page = Pages.of(all, held, input.path("NextToken").asText(""));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray(name);
    page.items().forEach(items::add);
    if (page.next() != null) {
      answer.put("NextToken", page.next());
    }
    return answer;
  }

  static ObjectNode find(List<ObjectNode> all, Predicate<ObjectNode> fits, AwsError otherwise) {
    return all.stream().filter(fits).findFirst().orElseThrow(() -> otherwise);
  }

  static Predicate<ObjectNode> where(String name, String value) {
    return node -> node.path(name).asText().equals(value);
  }

  static AwsError unknown(String operation) {
    return new AwsError(400, "UnknownOperationException", operation + " is not played here");
  }
}
