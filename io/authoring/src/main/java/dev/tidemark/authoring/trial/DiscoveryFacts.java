// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import dev.tidemark.spi.Discovery.DiscoveredStream;
import dev.tidemark.spi.Discovery.Field;
import java.util.Collection;

/** What an account holds and the streams it would feed, as JSON. */
public final class DiscoveryFacts {
  private DiscoveryFacts() {}

  /** The objects and the streams with their fields. */
  public static ObjectNode of(Discovery discovery) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    ArrayNode objects = facts.putArray("objects");
    discovery.objects().forEach(it -> add(objects.addObject(), it));
    ArrayNode streams = facts.putArray("streams");
    discovery.streams().forEach(it -> add(streams.addObject(), it));
    return facts;
  }

  private static void add(ObjectNode node, DiscoveredObject it) {
    node.put("kind", it.kind()).put("name", it.name()).put("detail", it.detail());
  }

  private static void add(ObjectNode node, DiscoveredStream it) {
    node.put("name", it.description().name()).put("title", it.description().title());
    node.put("kind", it.description().kind().name()).put("cursor", it.cursor());
    node.set("key", texts(it.primaryKey()));
    node.set("metrics", texts(it.description().metrics()));
    ArrayNode fields = node.putArray("fields");
    it.fields().forEach(field -> add(fields.addObject(), field));
  }

  private static void add(ObjectNode node, Field it) {
    node.put("name", it.name()).put("type", it.type()).put("meaning", it.meaning());
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }
}
