// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StoryTest {
  private static final Instant PRESENT = Instant.parse("2026-03-01T08:30:00Z");
  private static final Organisation ORGANISATION = Organisation.of(3, 42, PRESENT);
  private static final Story STORY = ORGANISATION.story();
  private static final Account WAREHOUSE = ORGANISATION.account(Platform.SNOWFLAKE);
  private static final Oracle TRUTH = WAREHOUSE.oracle();

  @Test
  void dataIsBetterLookedAfterEveryQuarter() {
    Instant yearAgo = STORY.begin();
    for (Instant at = yearAgo; at.isBefore(PRESENT); at = at.plus(Duration.ofDays(91))) {
      Instant next = at.plus(Duration.ofDays(91));
      assertThat(STORY.level(Practice.DESCRIBED, next))
          .isGreaterThan(STORY.level(Practice.DESCRIBED, at));
    }
    assertThat(share(TRUTH.described(PRESENT), PRESENT)).isBetween(0.35, 0.65);
    assertThat(share(TRUTH.described(yearAgo), yearAgo)).isLessThan(0.3);
    assertThat(share(TRUTH.owned(PRESENT), PRESENT))
        .isGreaterThan(share(TRUTH.owned(yearAgo), yearAgo));
  }

  @Test
  void theOtherCompanysDataComesUndescribed() {
    Instant before = STORY.takeover().minusSeconds(1);
    Instant after = STORY.takeover().plus(Duration.ofDays(5));
    assertThat(TRUTH.assets(after)).isGreaterThan(TRUTH.assets(before) + 10);
    assertThat(share(TRUTH.classified(after), after))
        .isLessThan(share(TRUTH.classified(before), before));
  }

  @Test
  void whatADeploymentLosesIsPutBack() {
    Instant before = PRESENT.plus(Story.LAPSE).minusSeconds(2);
    Instant lost = PRESENT.plus(Story.LAPSE).plusSeconds(1);
    Instant repaired = PRESENT.plus(Story.REPAIR).plusSeconds(1);
    List<ToDoubleFunction<Instant>> shares =
        List.of(
            StoryTest::masked,
            at -> share(TRUTH.owned(at), at),
            at -> share(TRUTH.classified(at), at),
            at -> share(TRUTH.described(at), at));
    for (ToDoubleFunction<Instant> share : shares) {
      assertThat(share.applyAsDouble(lost)).isLessThan(share.applyAsDouble(before) - 0.2);
      assertThat(share.applyAsDouble(repaired)).isGreaterThan(share.applyAsDouble(before) - 0.05);
    }
  }

  @Test
  void aQuarterOfThePipelinesBreaksForAWeek() {
    TimeRange outage = STORY.outage();
    TimeRange before = TimeRange.before(outage.from(), Duration.ofDays(7));
    assertThat(failing(outage)).isBetween(0.15, 0.6);
    assertThat(failing(before)).isLessThan(0.1);
  }

  @Test
  void aRunIsSeenRunningAndThenDone() {
    TimeRange soon = new TimeRange(PRESENT, PRESENT.plus(Duration.ofMinutes(10)));
    List<Run> runs = WAREHOUSE.runs(soon).toList();
    assertThat(runs).hasSizeGreaterThan(10);
    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(run.status(run.begun().minusMillis(1))).isEqualTo(Run.Status.AHEAD);
              assertThat(run.status(run.begun())).isEqualTo(Run.Status.RUNNING);
              assertThat(run.status(run.ended()))
                  .isEqualTo(run.failure() == null ? Run.Status.SUCCEEDED : Run.Status.FAILED);
            });
  }

  @Test
  void assetsComeAndGo() {
    Instant soon = PRESENT.plus(Duration.ofHours(1));
    assertThat(WAREHOUSE.assets(soon)).anyMatch(it -> !it.exists(PRESENT));
    assertThat(WAREHOUSE.assets())
        .anyMatch(it -> it.exists(STORY.begin()) && !it.exists(PRESENT))
        .anyMatch(it -> it.exists(PRESENT) && !it.exists(PRESENT.plus(Duration.ofDays(40))));
  }

  @Test
  void someThingsShowVeryLate() {
    TimeRange month = TimeRange.before(PRESENT, Duration.ofDays(30));
    Duration latency = Duration.ofHours(3);
    assertThat(WAREHOUSE.queries(month).map(it -> Duration.between(it.ended(), it.shown(latency))))
        .allMatch(it -> !it.isNegative() && it.compareTo(latency) < 0)
        .anyMatch(it -> it.compareTo(Duration.ofMinutes(170)) > 0)
        .anyMatch(it -> it.compareTo(Duration.ofMinutes(10)) < 0);
  }

  @ParameterizedTest
  @EnumSource(Practice.class)
  void whatChangedLastIsWhenItsTurnCame(Practice practice) {
    for (double rank : new double[] {0.0517, 0.3017, 0.5017, 0.7017, 0.9017}) {
      Instant now = PRESENT.plus(Duration.ofDays(2));
      Instant changed = STORY.changed(practice, rank, now);
      if (changed.isAfter(STORY.begin())) {
        assertThat(STORY.isTrue(practice, rank, changed.plusMillis(2)))
            .isNotEqualTo(STORY.isTrue(practice, rank, changed.minusMillis(2)))
            .isEqualTo(STORY.isTrue(practice, rank, now));
      } else {
        assertThat(STORY.isTrue(practice, rank, now))
            .isEqualTo(STORY.isTrue(practice, rank, STORY.begin()));
      }
    }
  }

  @Test
  void theTruthAddsUp() {
    TimeRange month = TimeRange.before(PRESENT, Duration.ofDays(28));
    long succeeded = TRUTH.runs(month, run -> run.isFinal() && run.failure() == null);
    assertThat(TRUTH.runs(month)).isEqualTo(succeeded + TRUTH.failedRuns(month));
    assertThat(TRUTH.failedQueries(month)).isPositive().isLessThan(TRUTH.queries(month) / 10);
    assertThat(TRUTH.passedChecks(month)).isPositive().isLessThan(TRUTH.checks(month));
    assertThat(TRUTH.allocatedCost(month)).isPositive().isLessThan(TRUTH.cost(month));
    assertThat(WAREHOUSE.people())
        .containsAll(TRUTH.readers(month))
        .containsAll(TRUTH.signedIn(month));
    assertThat(TRUTH.grants(PRESENT)).containsAll(TRUTH.dormant(PRESENT, Duration.ofDays(90)));
  }

  @Test
  void aGrantIsUsedWhereAStatementSaysSo() {
    TimeRange month = TimeRange.before(PRESENT, Duration.ofDays(28));
    List<Query> uses = WAREHOUSE.queries(month).filter(it -> it.grant() != null).toList();
    assertThat(uses).isNotEmpty();
    for (Grant grant : WAREHOUSE.grants()) {
      Stream<Instant> used = uses.stream().filter(it -> grant.equals(it.grant())).map(Query::begun);
      assertThat(WAREHOUSE.lastUse(grant, PRESENT).filter(month::holds))
          .isEqualTo(used.max(Instant::compareTo));
    }
  }

  private static double share(long count, Instant at) {
    return (double) count / TRUTH.assets(at);
  }

  private static double masked(Instant at) {
    return (double) TRUTH.protectedColumns(at) / TRUTH.sensitiveColumns(at);
  }

  private static double failing(TimeRange range) {
    return (double) TRUTH.failedRuns(range) / TRUTH.runs(range);
  }
}
