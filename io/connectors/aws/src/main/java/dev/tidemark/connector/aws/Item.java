// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something a part holds.
 *
 * @param key of its record, beginning with the part's path
 * @param detail reads its record when its turn comes; empty where it has gone meanwhile
 */
record Item(String key, Detail detail) {
  /** Reads a record. */
  interface Detail {
    Optional<ObjectNode> read(Session session);
  }

  /** One whose record is known. */
  static Item of(String key, ObjectNode record) {
    return new Item(key, session -> Optional.of(record));
  }
}
