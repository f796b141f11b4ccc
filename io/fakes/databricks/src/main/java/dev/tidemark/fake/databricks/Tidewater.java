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
 * anew each time, what happened since the last.
 */
final class Tidewater implements Filling {
  /** As long as readers look back by themselves. */
  private static final Duration BACK = Duration.ofDays(30);

  private final Account account;
  private final InstantSource clock;
  private final Promptness promptness;
  private @Nullable Instant told;

  Tidewater(Account account, InstantSource clock, Promptness promptness) {
    this.account = account;
    this.clock = clock;
    this.promptness = promptness;
  }

  @Override
  public synchronized void fill(World world, Engine engine) {
    Instant now = clock.instant();
    Instant since = told == null ? now.minus(BACK) : told;
    told = now;
    new TidewaterInventory(account, now).fill(world, engine);
    TimeRange range = new TimeRange(since, now);
    engine.add(new TidewaterHistory(account, promptness).rows(range));
  }
}
