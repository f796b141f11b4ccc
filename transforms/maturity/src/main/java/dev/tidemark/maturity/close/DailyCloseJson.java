// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.TreeMap;

/**
 * A daily close as compact JSON: a layout of its own with a version, read back to an equal close.
 */
public final class DailyCloseJson {
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DailyCloseJson() {}

  /** The text of a close. */
  public static String write(DailyClose close) {
    ObjectNode root = MAPPER.createObjectNode().put("v", VERSION);
    root.put("day", close.day().toString()).put("model", close.model());
    ObjectNode composites = root.putObject("composites");
    close.composites().forEach((id, composite) -> write(composites.putObject(id), composite));
    SnapshotJson.write(root.putArray("standings"), close.snapshot());
    return root.toString();
  }

  /**
   * The close of a text.
   *
   * @throws IllegalArgumentException if this version did not write it
   */
  public static DailyClose read(String json) {
    JsonNode root = tree(json);
    if (root.path("v").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "a daily close of layout " + root.path("v") + " cannot be read; known is " + VERSION);
    }
    TreeMap<String, CompositeClose> composites = new TreeMap<>();
    root.get("composites")
        .properties()
        .forEach(entry -> composites.put(entry.getKey(), composite(entry.getValue())));
    return new DailyClose(
        LocalDate.parse(root.get("day").asText()),
        root.get("model").asText(),
        SnapshotJson.read(root.get("standings")),
        composites);
  }

  private static void write(ObjectNode node, CompositeClose composite) {
    node.put("score", composite.score()).put("performance", composite.performance());
    LevelStateJson.write(node.putObject("level"), composite.level());
  }

  private static CompositeClose composite(JsonNode node) {
    return new CompositeClose(
        node.get("score").asDouble(),
        node.get("performance").asDouble(),
        LevelStateJson.read(node.get("level")));
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no daily close: " + e.getOriginalMessage(), e);
    }
  }
}
