// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.Bytes;
import java.util.Objects;

/**
 * One record as a source showed it.
 *
 * @param key the record's primary key within its stream, in the stream's own order; empty where the
 *     stream has none
 * @param payload the record as JSON in UTF-8, as received
 */
public record Change(Operation operation, Settlement settlement, String key, Bytes payload) {
  public Change {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(settlement, "settlement");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(payload, "payload");
  }

  /** A settled upsert of a JSON record. */
  public static Change upsert(String key, Bytes payload) {
    return new Change(Operation.UPSERT, Settlement.SETTLED, key, payload);
  }

  /** A settled deletion. */
  public static Change delete(String key) {
    return new Change(Operation.DELETE, Settlement.SETTLED, key, Bytes.empty());
  }
}
