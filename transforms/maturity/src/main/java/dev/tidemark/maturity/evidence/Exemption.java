// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.score.Coordinate;
import java.time.LocalDate;

/**
 * A recorded decision that something does not apply.
 *
 * @param coordinate what; {@link Coordinate#EVERYWHERE} as indicator or stratum stands for all of
 *     them
 * @param from the first day it holds
 * @param reason why, for the audit
 * @param actor who decided
 */
public record Exemption(Coordinate coordinate, LocalDate from, String reason, String actor) {
  public Exemption {
    if (reason.isBlank() || actor.isBlank()) {
      throw new IllegalArgumentException(
          "an exemption of " + coordinate + " needs a reason and an actor");
    }
  }

  /** Whether it exempts an indicator on a stratum on a day. */
  public boolean covers(Coordinate other, LocalDate day) {
    return !from.isAfter(day)
        && matches(coordinate.indicator(), other.indicator())
        && matches(coordinate.stratum(), other.stratum());
  }

  private static boolean matches(String pattern, String name) {
    return pattern.equals(Coordinate.EVERYWHERE) || pattern.equals(name);
  }
}
