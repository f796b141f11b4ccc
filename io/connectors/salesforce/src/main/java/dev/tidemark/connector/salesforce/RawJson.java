// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tidemark.model.Bytes;
import java.io.IOException;
import java.util.Optional;

/** JSON as the vendor sends it, of any size: whether a value makes sense is decided later. */
final class RawJson {
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNumberLength(Integer.MAX_VALUE)
                      .maxStringLength(Integer.MAX_VALUE)
                      .build())
              .build());

  private RawJson() {}

  /** The value; what is no JSON cannot come here, as answers are parsed while they arrive. */
  static JsonNode read(Bytes json) {
    try {
      return JSON.readTree(json.array());
    } catch (IOException unreadable) {
      return MissingNode.getInstance();
    }
  }

  static JsonNode read(Optional<Bytes> json) {
    return json.map(RawJson::read).orElseGet(MissingNode::getInstance);
  }
}
