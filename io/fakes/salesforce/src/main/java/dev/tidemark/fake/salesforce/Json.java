// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import java.util.List;
import java.util.Map;

/** JSON as the service writes it. */
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A refusal: errors always come as a list. */
  static Answer error(int status, String code, String message) {
    return Answer.json(status, List.of(Map.of("message", message, "errorCode", code)));
  }

  /** The value at a path of names in an object, which are made where they are not there. */
  static void put(ObjectNode object, String path, JsonNode value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      object.set(path, value);
      return;
    }
    put(object.withObject("/" + path.substring(0, dot)), path.substring(dot + 1), value);
  }
}
