// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.Objects;

/**
 * What makes a page apply exactly once: it counts only under the lease its stream's row carries,
 * only in its turn, and only if it starts where the last one ended.
 *
 * @param sequence one more than the sequence of the page before it
 */
public record PageStamp(
    Lease lease, long sequence, ReadPosition before, ReadPosition after, PassStep step) {
  public PageStamp {
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(step, "step");
    if (sequence < 1) {
      throw new IllegalArgumentException("the first page has sequence 1, not " + sequence);
    }
  }
}
