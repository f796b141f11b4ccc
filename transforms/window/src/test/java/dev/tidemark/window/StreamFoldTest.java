// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static dev.tidemark.window.Reader.NOON;
import static dev.tidemark.window.ScriptedType.gauge;
import static dev.tidemark.window.ScriptedType.runs;
import static dev.tidemark.window.ScriptedType.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.WindowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StreamFoldTest extends FoldStory {
  @Test
  void theFirstChangeCommitsAtOnceAndFurtherOnesWait() {
    assertThat(take(reader.pass(runsOf(1))).commit()).isNotNull();
    assertThat(take(reader.pass(runsOf(2))).commit()).isNull();
    assertThat(take(reader.pass(runsOf(4))).commit()).isNull();
    StreamCommit second = fold.elapsed().orElseThrow();
    assertThat(second.base()).isEqualTo(1);
    assertThat(second.sequence()).isEqualTo(3);
    assertThat(second.volume().pages()).isEqualTo(2);
    assertThat(day(second, "run").settled().sum()).isEqualTo(7);
    assertThat(take(reader.pass(runsOf(8))).commit()).as("still waiting").isNull();
    assertThat(fold.elapsed()).isPresent();
    assertThat(fold.elapsed()).as("nothing left").isEmpty();
    assertThat(take(reader.pass(runsOf(16))).commit()).as("not waiting").isNotNull();
  }

  @Test
  void theFirstWholePassIsCommittedEvenWhereItChangesNothing() {
    StreamCommit first = commit(take(reader.pass(List.of())));
    assertThat(first.sequence()).isEqualTo(1);
    fold.elapsed();
    assertThat(take(reader.pass(List.of())).commit()).as("the second pass").isNull();
  }

  @Test
  void anIdleStreamWritesNothingAndKeepsItsPlace() {
    commit(take(reader.snapshot(tables(2, "internal"))));
    for (int poll = 0; poll < 100; poll++) {
      reader.wait(Duration.ofSeconds(30));
      fold.elapsed();
      assertThat(take(reader.snapshot(tables(2, "internal"))).commit()).isNull();
    }
    reader.wait(Duration.ofMinutes(1));
    StreamCommit next = commit(take(reader.snapshot(tables(2, "secret"))));
    assertThat(next.base()).isEqualTo(1);
    assertThat(next.sequence()).isEqualTo(102);
  }

  @Test
  void aNewDayOfAGaugeThatStandsStillIsAChange() {
    commit(take(reader.snapshot(tables(2, "internal"))));
    reader.wait(Duration.ofHours(12));
    fold.elapsed();
    StreamCommit next = commit(take(reader.snapshot(tables(2, "internal"))));
    assertThat(next.windows()).hasSize(2);
    assertThat(next.facts()).isEmpty();
  }

  @Test
  void aCursorThatMovesOverNothingIsWrittenOnceInAWhile() {
    commit(take(reader.pass(runsOf(1))));
    fold.elapsed();
    int commits = 0;
    for (int poll = 0; poll < 2500; poll++) {
      commits += take(reader.pass(List.of())).commit() == null ? 0 : 1;
      fold.elapsed();
    }
    assertThat(commits).isEqualTo(2);
  }

  @Test
  void aTableThatIsDroppedDisappears() {
    commit(take(reader.snapshot(tables(3, "internal"))));
    fold.elapsed();
    StreamCommit dropped = commit(take(reader.snapshot(tables(2, "internal"))));
    assertThat(dropped.facts().get(0).replaced()).containsExactly(KeyRange.all());
    assertThat(dropped.facts().get(0).upserts()).hasSize(2);
  }

  @Test
  void otherPageBoundariesMakeARangeNewAgain() {
    List<Change> one = List.of(type.record("b", state("b", Map.of(), NOON)));
    List<Change> other = List.of(type.record("b", state("b", Map.of("class", "x"), NOON)));
    commit(take(reader.snapshot(one, new KeyRange(null, "m"))));
    fold.elapsed();
    assertThat(take(reader.snapshot(one, new KeyRange(null, "m"))).commit()).isNull();
    commit(take(reader.snapshot(other, new KeyRange("a", "k"))));
    fold.elapsed();
    assertThat(take(reader.snapshot(one, new KeyRange(null, "m"))).commit()).isNotNull();
  }

  @Test
  void theTailIsReplacedWholeAndLeftOutWhileAPassRuns() {
    commit(take(reader.page(List.of(tail("1", 5), tail("2", 7)), PassStep.ONLY)));
    fold.elapsed();
    StreamCommit running =
        commit(take(reader.page(List.of(type.record("1", runs(6, NOON))), PassStep.FIRST)));
    assertThat(day(running, "run").settled().sum()).isEqualTo(6);
    assertThat(day(running, "run").tail().isEmpty()).isTrue();
    fold.elapsed();
    StreamCommit ended =
        commit(take(reader.page(List.of(tail("2", 8), tail("3", 1)), PassStep.LAST)));
    assertThat(day(ended, "run").settled().sum()).isEqualTo(6);
    assertThat(day(ended, "run").tail().sum()).isEqualTo(9);
    fold.elapsed();
    assertThat(take(reader.page(List.of(tail("2", 8), tail("3", 1)), PassStep.ONLY)).commit())
        .as("the same tail again")
        .isNull();
  }

  @Test
  void aChangeToAClosedWindowIsMergedIntoWhatIsCommitted() {
    Instant lastYear = NOON.minus(Duration.ofDays(300));
    commit(take(reader.pass(List.of(type.record("1", runs(5, lastYear))))));
    reader.takeLease();
    StreamFold.Step step = take(reader.pass(List.of(type.record("2", runs(6, lastYear)))));
    assertThat(step.restated()).isEqualTo(2);
    assertThat(day(commit(step), "run").settled().sum()).isEqualTo(11);
  }

  @Test
  void aRepeatedPageLetsGoOfTheStream() {
    Page page = reader.pass(runsOf(1));
    commit(take(page));
    assertThat(take(page).outcome()).isEqualTo(Outcome.NOT_ITS_TURN);
    assertLetGo();
  }

  @Test
  void aMissingPageLetsGoOfTheStream() {
    reader.pass(runsOf(1));
    assertThat(take(reader.pass(runsOf(2))).outcome()).isEqualTo(Outcome.NOT_ITS_TURN);
    assertLetGo();
  }

  @Test
  void aPageThatStartsElsewhereLetsGoOfTheStream() {
    commit(take(reader.pass(runsOf(1))));
    Page page = reader.pass(runsOf(2));
    Page moved =
        new Page(
            page.stream(),
            page.connectorType(),
            page.stratum(),
            new PageStamp(
                page.stamp().lease(),
                page.stamp().sequence(),
                page.stamp().after(),
                page.stamp().after(),
                page.stamp().step()),
            page.changes(),
            null,
            null,
            page.observedAt(),
            page.volume());
    assertThat(take(moved).outcome()).isEqualTo(Outcome.DISCONTINUOUS);
    assertLetGo();
  }

  @Test
  void aPageOfALostLeaseIsDropped() {
    Page old = reader.pass(runsOf(1));
    reader.takeLease();
    assertThat(take(old).outcome()).isEqualTo(Outcome.LOST);
    assertThat(take(reader.pass(runsOf(2))).outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void whatWaitedUnderALostLeaseIsForgotten() {
    commit(take(reader.pass(runsOf(1))));
    take(reader.pass(runsOf(2)));
    LostLeases.announce(reader.lease);
    assertThat(fold.elapsed()).isEmpty();
    reader.takeLease();
    assertThat(day(commit(take(reader.pass(runsOf(4)))), "run").settled().sum()).isEqualTo(5);
  }

  @Test
  void retractingAndTellingAgainIsNoChangeInTheEnd() {
    commit(take(reader.pass(List.of(table("a", "internal")))));
    fold.elapsed();
    StreamCommit commit =
        commit(take(reader.pass(List.of(Change.delete("a"), table("a", "internal")))));
    assertThat(commit.facts().get(0).deleted()).containsExactly("a");
    assertThat(commit.facts().get(0).upserts())
        .extracting(AssetFacts::facts)
        .containsExactly(Map.of("class", "internal"));
  }

  private void assertLetGo() {
    assertThat(LostLeases.contains(reader.lease)).isTrue();
    assertThat(reader.ledger.leases().holders(List.of(reader.stream))).isEmpty();
    assertThat(fold.position()).isEmpty();
    reader.takeLease();
    assertThat(take(reader.pass(runsOf(1))).outcome()).isEqualTo(Outcome.APPLIED);
  }

  private List<Change> tables(int count, String sensitivity) {
    List<Change> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tables.add(table("t" + i, sensitivity));
    }
    tables.add(type.record("zz", gauge(count, reader.now())));
    return tables;
  }

  private Change table(String name, String sensitivity) {
    return type.record(name, state(name, Map.of("class", sensitivity), reader.now()));
  }

  private Change tail(String key, double count) {
    return type.provisional(key, runs(count, NOON));
  }

  private List<Change> runsOf(double count) {
    MetricEvent event = runs(count, NOON);
    return List.of(type.record("r" + count, event));
  }

  private static WindowChange day(StreamCommit commit, String metric) {
    Optional<WindowChange> day =
        commit.windows().stream()
            .filter(window -> window.key().grain() == Grain.DAY)
            .filter(window -> window.key().metric().endsWith(metric))
            .findFirst();
    return day.orElseThrow();
  }
}
