// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What the company has in its workspace and what happens there, told as time goes on: what there is
 * anew each time, what happened since the last. Under examination it stands still, so that only
 * what a contract does to it happens.
 */
final class Tidewater implements Filling {
  private final Account account;
  private final InstantSource clock;
  private final Promptness promptness;
  private final Duration back;
  private @Nullable Instant told;

  Tidewater(Account account, InstantSource clock, Promptness promptness, Duration back) {
    this.account = account;
    this.clock = clock;
    this.promptness = promptness;
    this.back = back;
  }

  @Override
  public synchronized void fill(World world, Engine engine) {
    boolean standsStill = promptness == Promptness.AS_DOCUMENTED;
    if (standsStill && told != null) {
      return;
    }
    Instant now = clock.instant();
    Instant since = told == null ? now.minus(back) : told;
    told = now;
    new TidewaterInventory(account, now).fill(world, engine);
    TimeRange range = new TimeRange(since, now);
    engine.add(
        new TidewaterHistory(account, promptness)
            .rows(range).stream()
                .filter(row -> !standsStill || !row.shows().isAfter(now))
                .toList());
  }
}
