// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static dev.tidemark.window.Reader.NOON;
import static dev.tidemark.window.ScriptedType.reads;
import static dev.tidemark.window.ScriptedType.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StreamCountersTest extends FoldStory {
  private static final Instant NEVER = Instant.EPOCH;

  @Test
  void countersCountFromTheirFirstReading() {
    assertThat(reading(100, NEVER)).as("first reading").isZero();
    assertThat(reading(103, NEVER)).isEqualTo(3);
    assertThat(reading(103, NEVER)).as("stood still").isEqualTo(3);
    assertThat(reading(5, NEVER)).as("fell: nobody knows what of it is new").isEqualTo(3);
    assertThat(reading(7, NEVER)).isEqualTo(5);
  }

  /** A table is read by 40 scans of itself and 60 of an index, which is then dropped. */
  @Test
  void aCounterThatLosesAPartCountsNothingTwice() {
    assertThat(reading(100, NEVER)).isZero();
    assertThat(reading(40, NEVER)).isZero();
    assertThat(reading(45, NEVER)).isEqualTo(5);
  }

  /**
   * What is at rest since ever says no time; the counter may have passed its old value when read
   * next.
   */
  @Test
  void aCounterResetToZeroCountsFromZero() {
    assertThat(reading(100, NEVER)).isZero();
    assertThat(reading(0, NEVER, NEVER)).as("reset").isZero();
    assertThat(reading(0, NEVER, NEVER)).as("still at rest").isZero();
    assertThat(reading(150, NEVER)).as("all of it is new").isEqualTo(150);
  }

  @Test
  void aCounterThatNeverMovedIsNoReset() {
    assertThat(reading(0, NEVER, NEVER)).isZero();
    assertThat(reading(3, NEVER)).isEqualTo(3);
  }

  @Test
  void aLaterStartIsAResetEvenIfTheValueGrew() {
    assertThat(reading(100, NOON.minusSeconds(900))).isZero();
    assertThat(reading(104, NOON.minusSeconds(900))).isEqualTo(4);
    assertThat(reading(150, NOON.plusSeconds(60))).as("all of it is new").isEqualTo(154);
    assertThat(reading(400, NOON.minusSeconds(9000))).as("another counter").isEqualTo(154);
    assertThat(reading(401, NOON.minusSeconds(9000))).isEqualTo(155);
  }

  @Test
  void anOlderReadingChangesNothing() {
    Instant earlier = reader.now();
    reading(100, NEVER);
    reading(110, NEVER);
    Change late = type.record("t", reads("t", 50, NEVER, earlier));
    StreamCommit commit = commit(take(reader.pass(List.of(late))));
    assertThat(commit.windows()).isEmpty();
    assertThat(commit.readings()).isEmpty();
    fold.elapsed();
    assertThat(reading(111, NEVER)).isEqualTo(11);
  }

  /** PostgreSQL keeps the time of the newest scan; sessions report older ones after it. */
  @Test
  void whatIsToldLateOfTheSameInstantIsCounted() {
    Instant lastScan = reader.now();
    assertThat(reading(100, NEVER, lastScan)).isZero();
    assertThat(reading(105, NEVER, lastScan)).isEqualTo(5);
    assertThat(reading(103, NEVER, lastScan)).as("smaller at the same time").isEqualTo(5);
    assertThat(reading(106, NEVER)).isEqualTo(6);
  }

  @Test
  void whatWasReadIsKnownByItsDay() {
    assertThat(factsAfter(0)).isEqualTo(Map.of("class", "internal"));
    assertThat(factsAfter(4)).containsEntry("read.day", "2026-01-08");
    reader.wait(Duration.ofDays(3));
    fold.elapsed();
    Page still = reader.snapshot(List.of(counted(4)));
    assertThat(take(still).commit()).as("not read since: nothing new").isNull();
    assertThat(factsAfter(5)).containsEntry("read.day", "2026-01-11");
  }

  @Test
  void useIsRememberedAcrossARestart() {
    factsAfter(4);
    reader.takeLease();
    reader.wait(Duration.ofDays(1));
    assertThat(factsAfter(4))
        .as("the first pass after a restart tells all facts again")
        .containsEntry("read.day", "2026-01-08");
  }

  /** Takes a reading and answers what the day has counted by then. */
  private double reading(double total, Instant since) {
    return reading(total, since, reader.now().plus(Duration.ofMinutes(1)));
  }

  private double reading(double total, Instant since, Instant at) {
    reader.wait(Duration.ofMinutes(1));
    StreamFold.Step step =
        take(reader.pass(List.of(type.record("t", reads("t", total, since, at)))));
    if (step.commit() != null) {
      commit(step);
    }
    fold.elapsed();
    return reader.ledger.streams().windows(reader.stream).values().stream()
        .filter(window -> window.key().grain() == Grain.DAY)
        .mapToDouble(window -> window.settled().sum())
        .sum();
  }

  private Map<String, String> factsAfter(double total) {
    fold.elapsed();
    reader.wait(Duration.ofSeconds(1));
    StreamCommit commit = commit(take(reader.snapshot(List.of(counted(total)))));
    return commit.facts().get(0).upserts().get(0).facts();
  }

  private Change counted(double total) {
    Instant now = reader.now();
    return type.record(
        "t", state("t", Map.of("class", "internal"), now), reads("t", total, NEVER, now));
  }
}
