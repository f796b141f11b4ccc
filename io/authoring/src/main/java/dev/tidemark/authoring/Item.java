// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something a part holds.
 *
 * @param key of its record, beginning with the part's path
 * @param detail reads its record when its turn comes; empty where it has gone meanwhile
 * @param <S> what it takes to read from the account
 */
public record Item<S>(String key, Detail<S> detail) {
  /** Reads a record. */
  @FunctionalInterface
  public interface Detail<S> {
    Optional<ObjectNode> read(S session);
  }

  /** One whose record is known. */
  public static <S> Item<S> of(String key, ObjectNode record) {
    return new Item<>(key, session -> Optional.of(record));
  }
}
