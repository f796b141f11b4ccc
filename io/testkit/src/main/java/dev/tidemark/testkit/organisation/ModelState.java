// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a model at a time.
 *
 * @param registered whether the registry knows it
 * @param owner null while nobody answers for it
 * @param hasLineage whether it is recorded what data it was made from
 * @param codeVersion the commit it was made from; null where that is not recorded
 * @param monitored when quality, drift or safety was last measured; null if never
 * @param assessed when its risks were last assessed, as in a model card; null if never
 * @param changed when any of this but the measuring last changed
 */
public record ModelState(
    boolean registered,
    @Nullable Person owner,
    boolean hasLineage,
    @Nullable String codeVersion,
    @Nullable Instant monitored,
    @Nullable Instant assessed,
    Instant changed) {
  public ModelState {
    Objects.requireNonNull(changed, "changed");
  }
}
