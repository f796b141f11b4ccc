// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchingUpTest {
  private static final Tally READING = new Tally(6, 5, List.of(), false);
  private static final Tally READ = new Tally(6, 6, List.of(), false);
  private static final Tally SCORED = new Tally(6, 6, List.of(), true);
  private static final Tally FAILING = new Tally(6, 5, List.of("own/tables: no right"), true);

  private final HandClock clock = new HandClock();
  private final CatchingUp catching = new CatchingUp(clock);

  @Test
  void endsOnceAllIsReadAndCommittedAndScored() {
    assertThat(catching.look(READING)).isEmpty();
    assertThat(catching.look(READ)).describedAs("a score is missing").isEmpty();
    assertThat(catching.look(SCORED)).contains(Ending.caughtUp());
  }

  @Test
  void givesUpOnStreamsThatKeepFailingAndNamesThem() {
    assertThat(catching.look(FAILING)).isEmpty();
    clock.pass(Duration.ofSeconds(21));
    assertThat(catching.look(FAILING))
        .hasValueSatisfying(
            ending -> {
              assertThat(ending.exit()).isEqualTo(1);
              assertThat(ending.message()).contains("own/tables: no right");
            });
  }

  @Test
  void givesUpWhereThereIsNothingToRead() {
    Tally nothing = new Tally(0, 0, List.of(), true);
    assertThat(catching.look(nothing)).isEmpty();
    clock.pass(Duration.ofMinutes(4));
    assertThat(catching.look(nothing)).contains(Ending.nothingToRead());
  }

  /** A clock moved by hand. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
