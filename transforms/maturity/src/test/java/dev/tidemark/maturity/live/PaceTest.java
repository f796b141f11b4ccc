// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final OrganisationId ONE = organisation(1);
  private static final OrganisationId OTHER = organisation(2);

  private long nanos = 1_000;
  private final Pace pace = new Pace(SECOND, new Slots(() -> nanos));

  @Test
  void aLoneChangePassesAtOnceAndTheNextAfterTheInterval() {
    assertThat(pace.asked(ONE, now())).contains(Duration.ZERO);
    scored(ONE, Duration.ofMillis(10));
    pass(Duration.ofMillis(200));
    assertThat(pace.asked(ONE, now())).contains(Duration.ofMillis(790));
    assertThat(pace.asked(ONE, now())).as("it waits already").isEmpty();
    pass(Duration.ofMillis(790));
    assertThat(pace.due(ONE)).isZero();
  }

  @Test
  void anotherWaitsUntilTwiceWhatTheLastTookIsOver() {
    pace.asked(ONE, now());
    scored(ONE, Duration.ofMillis(100));
    assertThat(pace.asked(OTHER, now())).contains(Duration.ofMillis(200));
    pass(Duration.ofMillis(200));
    assertThat(pace.due(OTHER)).as("the slot it was given").isZero();
  }

  @Test
  void aClockThatWasPutBackHoldsNobodyUp() {
    pace.asked(ONE, now());
    scored(ONE, Duration.ofMillis(1));
    pass(Duration.ofSeconds(2));
    assertThat(pace.asked(ONE, now().minus(Duration.ofDays(1)))).contains(Duration.ZERO);
  }

  /** However many have something new all the time, everybody has turns and a third is worked. */
  @Test
  void manyShareAThirdOfTheTime() {
    List<OrganisationId> all = LongStream.range(0, 40).mapToObj(PaceTest::organisation).toList();
    Map<OrganisationId, Integer> turns = new HashMap<>();
    Map<OrganisationId, Long> timers = new HashMap<>();
    Duration each = Duration.ofMillis(100);
    long begin = nanos;
    long worked = 0;
    while (nanos - begin < Duration.ofMinutes(5).toNanos()) {
      for (OrganisationId organisation : all) {
        pace.asked(organisation, now())
            .ifPresent(wait -> timers.put(organisation, nanos + wait.toNanos()));
      }
      for (OrganisationId organisation : dueIn(timers)) {
        Duration wait = pace.due(organisation);
        timers.remove(organisation);
        if (wait.isZero()) {
          scored(organisation, each);
          worked += each.toNanos();
          turns.merge(organisation, 1, Integer::sum);
        } else {
          timers.put(organisation, nanos + wait.toNanos());
        }
      }
      pass(Duration.ofMillis(5));
    }
    assertThat((double) worked / (nanos - begin)).isBetween(0.25, 0.34);
    assertThat(turns.keySet()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(turns.values()).allSatisfy(it -> assertThat(it).isBetween(20, 26));
  }

  private List<OrganisationId> dueIn(Map<OrganisationId, Long> timers) {
    List<OrganisationId> due = new ArrayList<>();
    timers.entrySet().stream()
        .filter(timer -> timer.getValue() <= nanos)
        .sorted(Map.Entry.comparingByValue())
        .forEach(timer -> due.add(timer.getKey()));
    return due;
  }

  private void scored(OrganisationId organisation, Duration took) {
    pace.pass(organisation, now(), () -> pass(took));
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private Instant now() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  private static OrganisationId organisation(long number) {
    return new OrganisationId(new UUID(0, number));
  }
}
