// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.Bytes;
import java.io.IOException;
import java.util.Optional;

/** JSON small enough to be read as a whole. */
final class Json {
  private static final int DEEPEST = 10_000;

  /**
   * Streams documents by without looking into records: whether a number is too long or a text too
   * large is for whoever reads the record, and must not spoil the others of its page. Errors never
   * quote the source, which may hold secrets.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private Json() {}

  /** A scalar as text. */
  static Optional<String> scalar(Bytes json) {
    try {
      return scalar(MAPPER.readTree(json.array()));
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }

  /** A scalar field of a JSON text; empty where the text is no JSON. */
  static Optional<String> text(String json, String pointer) {
    try {
      return scalar(MAPPER.readTree(json).at(pointer));
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  /** A JSON object with one text field set. */
  static String with(String object, String field, String value) {
    try {
      ObjectNode changed = MAPPER.readValue(object, ObjectNode.class);
      return changed.put(field, value).toString();
    } catch (JsonProcessingException noObject) {
      throw new IllegalArgumentException("what is sent must be a JSON object", noObject);
    }
  }

  private static Optional<String> scalar(JsonNode node) {
    return node.isValueNode() && !node.isNull() && !node.isMissingNode()
        ? Optional.of(node.asText())
        : Optional.empty();
  }
}
