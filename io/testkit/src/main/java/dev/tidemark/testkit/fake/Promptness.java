// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.time.Duration;

/** How late a fake shows things. */
public enum Promptness {
  /** As late as the vendor's documentation says. */
  AS_DOCUMENTED,
  /**
   * At once, and settings connect in a way that holds no poll back: for showing the whole in
   * minutes.
   */
  AT_ONCE;

  /** How late something shows whose documented latency is that. */
  public Duration latency(Duration documented) {
    return this == AT_ONCE ? Duration.ZERO : documented;
  }
}
