// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.model.stream.Cursor;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a pass over the roles has come to, and how many calls each role had made when it was last
 * read: that is how the next pass sees who ran something in between.
 *
 * @param after key of the last role; empty at the beginning
 * @param calls by key of the role; null before the first pass, and where there are more roles than
 *     a cursor holds
 */
record RolesPlace(String after, @Nullable Map<String, Long> calls) {
  static final int MOST_ROLES = 2_000;
  private static final JsonMapper JSON = new JsonMapper();

  static RolesPlace of(Cursor cursor) {
    JsonNode node = Cursors.read(cursor);
    JsonNode calls = node.path("calls");
    return new RolesPlace(
        node.path("after").asText(""),
        calls.isObject()
            ? JSON.convertValue(calls, new TypeReference<TreeMap<String, Long>>() {})
            : null);
  }

  Map<String, Long> callsOrNone() {
    return calls == null ? Map.of() : calls;
  }

  Cursor cursor() {
    ObjectNode node = JSON.createObjectNode();
    if (!after.isEmpty()) {
      node.put("after", after);
    }
    if (calls != null && calls.size() <= MOST_ROLES) {
      node.set("calls", JSON.valueToTree(calls));
    }
    return new Cursor(node.toString());
  }

  /** Calls as a JSON object; null where nothing is known. */
  static @Nullable String json(@Nullable Map<String, Long> calls) {
    return calls == null ? null : JSON.valueToTree(calls).toString();
  }
}
