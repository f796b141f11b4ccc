// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.Stratum;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What normalisation may depend on beside the record.
 *
 * @param stratum the platform account the record is about
 * @param observedAt when it was read
 * @param pseudonyms turns an identifier of a person or role into a keyed hash that is stable within
 *     the organisation
 */
public record NormaliseContext(
    Stratum stratum, Instant observedAt, UnaryOperator<String> pseudonyms) {
  public NormaliseContext {
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(pseudonyms, "pseudonyms");
  }

  /** The keyed hash of a person's or role's identifier. */
  public String pseudonym(String identifier) {
    return pseudonyms.apply(identifier);
  }
}
