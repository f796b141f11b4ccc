// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.time.Duration;

/**
 * How long to wait before evidence counts, and before an outage does.
 *
 * @param probation how long a new feed is shown without counting
 * @param freeze how long a fault of Tidemark's own stops the clock of age
 */
public record Patience(Duration probation, Duration freeze) {
  /** What the published method asks for: 7 and 14 days. */
  public static final Patience STANDARD = new Patience(Duration.ofDays(7), Duration.ofDays(14));
}
