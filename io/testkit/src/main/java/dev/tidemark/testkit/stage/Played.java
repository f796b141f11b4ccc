// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a scene was played.
 *
 * @param reason why it was not: a clause that names what forbids it; null where it was
 */
public record Played(@Nullable String reason) {
  private static final Played YES = new Played(null);

  /** It was. */
  public static Played yes() {
    return YES;
  }

  /** It was not, because this account or stream cannot be made to do so. */
  public static Played not(String reason) {
    return new Played(reason);
  }

  /** Why it was not played; empty where it was. */
  public Optional<String> refusal() {
    return Optional.ofNullable(reason);
  }
}
