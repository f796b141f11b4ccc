// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts what an answer says into a record, as it came: what it is worth, normalising finds out. */
final class Copies {
  private Copies() {}

  /** What is not told is null. */
  static void put(ObjectNode record, String field, JsonNode value) {
    record.set(field, value.isMissingNode() ? NullNode.getInstance() : value);
  }
}
