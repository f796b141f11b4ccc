// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Rows of one answer.
 *
 * @param end whether these are all the query asks for
 */
record Rows(List<JsonNode> all, End end) {
  Rows {
    all = List.copyOf(all);
  }

  /** Whether a result has come to its end. */
  enum End {
    REACHED,
    AHEAD
  }

  /** Whether there may be more than was asked for. */
  boolean goOn(int limit) {
    return end == End.AHEAD || all.size() >= limit;
  }
}
