// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.Objects;
import java.util.UUID;

/**
 * A rejected record that is to be read again.
 *
 * @param id the one it is kept under
 * @param request the request to read it again, by which one request is told from a later one
 * @param times how often it was read and passed over, and so how often it counts
 */
public record KeptRecord(UUID id, long request, long times) {
  public KeptRecord {
    Objects.requireNonNull(id, "id");
    if (times < 1) {
      throw new IllegalArgumentException("a kept record was read at least once, not " + times);
    }
  }
}
