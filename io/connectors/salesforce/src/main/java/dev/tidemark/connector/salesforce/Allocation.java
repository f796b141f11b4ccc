// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.http.Head;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the organisation's API requests of 24 hours has been used, by whomever: each answer says
 * so. For several threads.
 */
final class Allocation {
  private static final Pattern USAGE = Pattern.compile("api-usage=(\\d{1,12})/(\\d{1,12})");

  /** The allocation rolls: after a while it is worth a look whether there is room again. */
  private static final Duration REST = Duration.ofMinutes(30);

  private final int share;
  private volatile @Nullable Seen seen;

  private record Seen(long used, long most, Instant at) {}

  /**
   * An allocation.
   *
   * @param share the percentage of it above which nothing is asked
   */
  Allocation(int share) {
    this.share = share;
  }

  void see(Head head) {
    Matcher usage = USAGE.matcher(head.header("Sforce-Limit-Info").orElse(""));
    if (usage.find()) {
      seen = new Seen(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2)), head.at());
    }
  }

  /** Refuses while more than the share was used when somebody last looked. */
  void requireRoom(Instant now) {
    Seen last = seen;
    if (last != null && isOver(last) && now.isBefore(last.at().plus(REST))) {
      throw ConnectorException.rateLimited(
          "the organisation has used %d of its %d API requests of 24 hours, more than the %d %% of allocation-share: reading rests"
              .formatted(last.used(), last.most(), share),
          last.at().plus(REST));
    }
  }

  private boolean isOver(Seen last) {
    return last.most() > 0 && last.used() * 100.0 / last.most() > share;
  }
}
