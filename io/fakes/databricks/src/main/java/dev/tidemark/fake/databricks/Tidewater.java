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
  /** How much is in memory twice, as rows and in the engine. */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private final Account account;
  private final InstantSource clock;
  private final Duration history;
  private final Promptness promptness;
  private @Nullable Instant told;

  /**
   * A company with so much of its history.
   *
   * @param history how far back the workspace remembers
   */
  Tidewater(Account account, InstantSource clock, Duration history, Promptness promptness) {
    this.account = account;
    this.clock = clock;
    this.history = history;
    this.promptness = promptness;
  }

  @Override
  public synchronized void fill(World world, Engine engine) {
    Instant now = clock.instant();
    Instant since = told == null ? now.minus(history) : told;
    told = now;
    new TidewaterInventory(account, now).fill(world, engine);
    new TimeRange(since, now)
        .pieces(AT_ONCE)
        .forEach(it -> engine.add(new TidewaterHistory(account, promptness).rows(it)));
  }
}
