// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened, or is happening.
 *
 * @param key tells it from all others
 * @param isOver whether it stays as it is; what is not over comes again with a later time
 */
record Happening(Instant at, String key, ObjectNode record, boolean isOver) {
  static final Comparator<Happening> ORDER =
      Comparator.comparing(Happening::at).thenComparing(Happening::key);
}
