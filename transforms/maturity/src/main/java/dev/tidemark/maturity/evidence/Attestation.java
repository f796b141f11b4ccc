// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.score.Coordinate;
import java.time.Duration;
import java.time.Instant;

/**
 * A signed human statement of a raw value where telemetry shows none.
 *
 * @param raw in the indicator's unit
 * @param expires at most 365 days after it was signed
 */
public record Attestation(
    Coordinate coordinate, double raw, String signer, Instant signed, Instant expires) {
  /** The most an attestation counts as evidence. */
  public static final double CAP = .5;

  private static final Duration LONGEST = Duration.ofDays(365);

  public Attestation {
    if (Duration.between(signed, expires).compareTo(LONGEST) > 0 || !expires.isAfter(signed)) {
      throw new IllegalArgumentException(
          "an attestation of " + coordinate + " must expire within 365 days");
    }
    if (!Double.isFinite(raw) || signer.isBlank()) {
      throw new IllegalArgumentException(
          "an attestation of " + coordinate + " needs a number and a signer");
    }
  }

  /** Whether it holds at an instant. */
  public boolean holds(Instant instant) {
    return !instant.isBefore(signed) && instant.isBefore(expires);
  }
}
