// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a rejected record again.
 *
 * @param refusal why it cannot be used this time either, never a secret; null where it counts now
 */
public record Replay(KeptRecord record, @Nullable String refusal) {
  public Replay {
    Objects.requireNonNull(record, "record");
  }

  /** It counts from now on. */
  public static Replay counted(KeptRecord record) {
    return new Replay(record, null);
  }

  /** Why it cannot be used this time either; empty where it counts now. */
  public Optional<String> refused() {
    return Optional.ofNullable(refusal);
  }
}
