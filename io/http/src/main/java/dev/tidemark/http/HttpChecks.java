// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.function.Supplier;

/** Results of checking an account, for {@link dev.tidemark.spi.Connector#check()}. */
public final class HttpChecks {
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private HttpChecks() {}

  /**
   * Looks whether a need is met: it is if the look does not fail.
   *
   * @param look makes a call and says what was found
   */
  public static CheckResult need(String need, Supplier<String> look) {
    try {
      return CheckResult.passed(need, look.get());
    } catch (ConnectorException failure) {
      return CheckResult.failed(need, failure.category(), String.valueOf(failure.getMessage()));
    }
  }

  /** Whether the source's clock and this machine's agree: signed statements live for minutes. */
  public static CheckResult clock(Head head) {
    Duration skew =
        head.date().map(theirs -> Duration.between(theirs, head.at()).abs()).orElse(Duration.ZERO);
    return skew.compareTo(MOST_SKEW) <= 0
        ? CheckResult.passed("clock", "the clocks agree")
        : CheckResult.failed(
            "clock",
            Category.CONFIG,
            "the source's clock and this one differ by "
                + skew.toSeconds()
                + " s: set this machine's by NTP");
  }
}
