// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Fills an engine with what a company has and does, and keeps it up to date with the engine's
 * clock. Safe for use by several threads.
 */
final class Company {
  private static final Duration REFRESH = Duration.ofSeconds(10);

  /** How much is in memory twice, as rows and in the engine. */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private final Account account;
  private final Happenings happenings;
  private final Engine engine;
  private Instant happened;
  private Instant written;
  private Instant listed = Instant.EPOCH;

  /**
   * A company with so much of its history.
   *
   * @param history how far back the account remembers
   * @param promptness how late its views show things
   */
  Company(Account account, Engine engine, Duration history, Promptness promptness) {
    this.account = account;
    this.happenings = new Happenings(account, promptness);
    this.engine = engine;
    this.happened = engine.clock().instant().minus(history);
    this.written = happened.truncatedTo(ChronoUnit.HOURS);
  }

  /** Brings the account up to its clock. */
  synchronized void catchUp() {
    Instant now = engine.clock().instant();
    if (now.isAfter(happened)) {
      new TimeRange(happened, now).pieces(AT_ONCE).map(happenings::within).forEach(this::add);
      happened = now;
    }
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (hour.isAfter(written)) {
      new TimeRange(written, hour).pieces(AT_ONCE).map(happenings::writes).forEach(this::add);
      written = hour;
    }
    if (Duration.between(listed, now).compareTo(REFRESH) >= 0) {
      list(now);
      listed = now;
    }
  }

  private void list(Instant now) {
    Map<Shape, List<Row>> inventory = Inventory.of(account, now);
    inventory.forEach(engine::replace);
  }

  private void add(Map<Shape, ? extends Collection<Row>> rows) {
    rows.forEach(engine::add);
  }
}
