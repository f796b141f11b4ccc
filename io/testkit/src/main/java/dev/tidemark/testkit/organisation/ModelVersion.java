// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model on its way to production.
 *
 * @param number from 1
 * @param registered when it was made
 * @param evaluated when it was evaluated, before its promotion; null if it never was
 * @param promoted when it went to production
 */
public record ModelVersion(
    String id,
    Model model,
    int number,
    Instant registered,
    @Nullable Instant evaluated,
    Instant promoted) {
  public ModelVersion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(registered, "registered");
    Objects.requireNonNull(promoted, "promoted");
  }
}
