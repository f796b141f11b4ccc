// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.live.Standing.StreamKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What differs between two looks at an organisation, as events tell it. */
record Changes(Standing before, Standing now) {
  /** More are not told one by one: reading them anew is less. */
  private static final int MOST = 100;

  /** Connectors that were created, changed or removed; empty for none. */
  Optional<String> connectors() {
    Set<UUID> all = new HashSet<>(before.connectors().keySet());
    all.addAll(now.connectors().keySet());
    List<ObjectNode> items = new ArrayList<>();
    for (UUID id : all) {
      Long was = before.connectors().get(id);
      Long is = now.connectors().get(id);
      if (was == null || !was.equals(is)) {
        items.add(
            JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("change", was == null ? "created" : is == null ? "removed" : "changed"));
      }
    }
    return told(items);
  }

  /** Streams whose state is another; empty for none. */
  Optional<String> streams() {
    List<ObjectNode> items = new ArrayList<>();
    for (Map.Entry<StreamKey, String> stream : now.streams().entrySet()) {
      if (!stream.getValue().equals(before.streams().get(stream.getKey()))) {
        items.add(stream.getKey().json().put("state", stream.getValue()));
      }
    }
    return told(items);
  }

  private static Optional<String> told(List<ObjectNode> items) {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode list = data.putArray("items");
    items.stream().limit(MOST).forEach(list::add);
    return Optional.of(data.put("more", items.size() > MOST).toString());
  }
}
