// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a model answers.
 *
 * @param index from 0 in its account
 * @param name unique in its account; small letters, digits and hyphens
 * @param isGenerative whether it answers in words, and counts tokens
 * @param deleted null while it is there
 */
public record Endpoint(
    int index,
    String name,
    Model model,
    boolean isGenerative,
    Instant created,
    @Nullable Instant deleted) {
  public Endpoint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(created, "created");
  }

  /** Whether it is there at a time. */
  public boolean exists(Instant at) {
    return !at.isBefore(created) && (deleted == null || at.isBefore(deleted));
  }
}
