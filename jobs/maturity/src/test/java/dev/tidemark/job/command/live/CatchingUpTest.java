// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.job.command.live.Progress.ScoredOrganisation;
import dev.tidemark.model.OrganisationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatchingUpTest {
  private static final OrganisationId ACME = new OrganisationId(new UUID(1, 1));
  private static final OrganisationId OTHER = new OrganisationId(new UUID(2, 2));
  private static final Tally FAILING = new Tally(6, 5, List.of("own/tables: no right"), List.of());

  private final HandClock clock = new HandClock();
  private final CatchingUp catching = new CatchingUp(clock);

  @Test
  void endsOnceAllIsReadAndCommittedAndScored() {
    assertThat(catching.look(read(5, scored(ACME, 4, 4)))).isEmpty();
    assertThat(catching.look(read(6, scored(ACME, 5, 4)))).as("a score is missing").isEmpty();
    assertThat(catching.look(read(6, scored(ACME, 5, 5)))).contains(Ending.caughtUp());
  }

  @Test
  void endsAlthoughSourcesGoOnAndOneScoreOrAnotherIsAlwaysBehind() {
    assertThat(catching.look(read(6, scored(ACME, 5, 4), scored(OTHER, 5, 5)))).isEmpty();
    assertThat(catching.look(read(6, scored(ACME, 6, 5), scored(OTHER, 7, 6))))
        .contains(Ending.caughtUp());
  }

  @Test
  void waitsForWhatAConnectorAddedMeanwhileTells() {
    assertThat(catching.look(read(6, scored(ACME, 5, 4)))).isEmpty();
    assertThat(catching.look(read(5, scored(ACME, 6, 5)))).isEmpty();
    assertThat(catching.look(read(6, scored(ACME, 7, 6)))).isEmpty();
    assertThat(catching.look(read(6, scored(ACME, 8, 7)))).contains(Ending.caughtUp());
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
    Tally nothing = new Tally(0, 0, List.of(), List.of());
    assertThat(catching.look(nothing)).isEmpty();
    clock.pass(Duration.ofMinutes(4));
    assertThat(catching.look(nothing)).contains(Ending.nothingToRead());
  }

  private static Tally read(long streams, ScoredOrganisation... organisations) {
    return new Tally(6, streams, List.of(), List.of(organisations));
  }

  private static ScoredOrganisation scored(OrganisationId id, long revision, long scored) {
    return new ScoredOrganisation(id, "Acme", revision, scored);
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
