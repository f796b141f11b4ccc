// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

/**
 * How many days of UTC what is not needed for ever is kept.
 *
 * @param hourWindows windows of an hour; those of a day are kept for ever
 * @param syncLog what was read, by stream and hour
 * @param rejected records that count by now or that their source does not show any more, and what
 *     was asked about them
 * @param jobs submissions that ended and hold no stream
 */
public record RetentionRules(int hourWindows, int syncLog, int rejected, int jobs) {
  private static final int RESTATED = 100;
  private static final int MONTH = 35;
  private static final int LATENESS = 7;

  public RetentionRules {
    require(
        "hour windows",
        hourWindows,
        RESTATED,
        "what a model looks at reaches back 90 days, and a day may be restated 7 days later");
    require("the sync log", syncLog, MONTH, "people compare a month with the one before");
    require("rejected records", rejected, LATENESS, "data may be late that long");
    require("jobs", jobs, LATENESS, "data may be late that long");
  }

  private static void require(String what, int days, int least, String why) {
    if (days < least) {
      throw new IllegalArgumentException(
          "%s cannot be kept for %d days only: %d at least, since %s"
              .formatted(what, days, least, why));
    }
  }
}
