// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is.
 *
 * @param until nothing is sent before; null where the source does not say
 * @param remedy what to do about it, the end of a sentence
 */
public record Verdict(Category category, @Nullable Instant until, String remedy) {
  public Verdict {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(remedy, "remedy");
  }

  public static Verdict of(Category category, String remedy) {
    return new Verdict(category, null, remedy);
  }

  /** The source asks to wait until then. */
  public static Verdict rateLimitedUntil(Instant until) {
    return new Verdict(Category.RATE_LIMITED, until, "nothing is sent before " + until);
  }

  /** The source asks to wait without saying for how long. */
  public static Verdict rateLimited() {
    return of(Category.RATE_LIMITED, "it does not say for how long");
  }
}
