// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.time.Duration;

/** The source asks to wait. Needed by every fake. */
public interface ThrottleScenes extends Scenes {
  /** How it asks. */
  enum Throttle {
    /** 429 with Retry-After in seconds. */
    SECONDS,
    /** 429 with Retry-After as a date. */
    DATE,
    /** The vendor's own dialect, with or without a stated time. */
    DIALECT
  }

  /** Every request is refused from now on, asking to wait that long, until {@link #calm}. */
  Played throttle(Throttle how, Duration wait);

  /** Requests are answered again. */
  void calm();

  /** How many requests were refused so since the account was made. */
  long refused();
}
