// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static dev.tidemark.window.Reader.NOON;
import static dev.tidemark.window.ScriptedType.reads;
import static dev.tidemark.window.ScriptedType.runs;
import static dev.tidemark.window.ScriptedType.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records that could not be used, and what becomes of them when they are read again. */
final class ReplayTest extends FoldStory {
  private final KeptRecord once = new KeptRecord(UUID.randomUUID(), 1, 1);

  @Test
  void whatIsFinalIsPassedOverByTheCommitThatGoesOnWithoutIt() {
    StreamCommit commit = told(take(reader.pass(List.of(bad("a"), bad("b")))));
    assertThat(commit.windows()).isEmpty();
    assertThat(commit.rejections().passed())
        .extracting(RejectedRecord::key)
        .containsExactly("a", "b");
  }

  @Test
  void whatEveryPassShowsAgainIsNotPassedOver() {
    Change tail = type.provisional("tail", runs(-1, NOON));
    PageFolder.Folded pass = type.folder().fold(reader.pass(List.of(tail)));
    PageFolder.Folded snapshot =
        type.folder().fold(reader.snapshot(List.of(bad("table")), KeyRange.all()));
    assertThat(pass.page().rejections().isEmpty()).isTrue();
    assertThat(snapshot.page().rejections().isEmpty()).isTrue();
    assertThat(pass.shownAgain()).extracting(RejectedRecord::key).containsExactly("tail");
    assertThat(snapshot.shownAgain()).extracting(RejectedRecord::key).containsExactly("table");
  }

  @Test
  void whatIsReadAgainCountsAsOftenAsItWasPassedOver() {
    KeptRecord thrice = new KeptRecord(UUID.randomUUID(), 1, 3);
    StreamCommit commit =
        told(
            take(
                reader.again(
                    List.of(type.record("a", runs(2, NOON)), type.record("b", runs(5, NOON))),
                    List.of(once, thrice))));
    assertThat(sum(commit)).isEqualTo(17);
    assertThat(commit.rejections().replays())
        .containsExactly(Replay.counted(once), Replay.counted(thrice));
    assertThat(commit.cursor())
        .as("the stream did not move")
        .isEqualTo(fold.position().orElseThrow().settled());
  }

  @Test
  void itCountsInTheTimeItWasReadFirst() {
    reader.wait(Duration.ofDays(3));
    StreamCommit commit =
        told(take(again(type.record("a", context -> List.of(runs(1, context.observedAt()))))));
    assertThat(commit.windows())
        .filteredOn(window -> window.key().grain() == Grain.DAY)
        .extracting(window -> window.key().start())
        .containsExactly(Instant.parse("2026-01-08T00:00:00Z"));
  }

  @Test
  void aPassUnderWayAndItsTailGoOnAsIfNothingHadBeenReadBetween() {
    told(take(reader.page(List.of(type.provisional("t", runs(5, NOON))), PassStep.ONLY)));
    fold.elapsed();
    StreamCommit between = told(take(again(type.record("a", runs(2, NOON)))));
    assertThat(between.windows()).allSatisfy(it -> assertThat(it.tail().sum()).isEqualTo(5));
    fold.elapsed();
    take(reader.page(List.of(type.provisional("t", runs(6, NOON))), PassStep.FIRST));
    take(again(type.record("a", runs(1, NOON))));
    take(reader.page(List.of(type.provisional("u", runs(1, NOON))), PassStep.LAST));
    StreamCommit last = fold.elapsed().orElseThrow();
    assertThat(last.windows())
        .allSatisfy(
            it -> {
              assertThat(it.settled().sum()).isEqualTo(3);
              assertThat(it.tail().sum()).isEqualTo(7);
            });
  }

  @Test
  void whatCannotBeUsedThisTimeEitherSaysWhy() {
    StreamCommit commit = told(take(again(bad("a"))));
    assertThat(commit.windows()).isEmpty();
    assertThat(commit.rejections().passed()).as("it is kept already").isEmpty();
    assertThat(commit.rejections().replays().get(0).refused().orElseThrow())
        .contains("tidemark.data.pipeline.run")
        .contains("-1");
  }

  @Test
  void onlyWhatWaitsForItCountsAndOnlyOnce() {
    commit(take(reader.pass(List.of(bad("a")))));
    fold.elapsed();
    assertThat(reader.ledger.rejected().ask(reader.stream, 9)).isEqualTo(1);
    KeptRecord asked =
        reader.ledger.rejected().waiting(reader.stream, List.of(), 10).get(0).record();
    Change mended = type.record("a", runs(2, NOON));
    StreamCommit first = commit(take(reader.again(List.of(mended), List.of(asked))));
    assertThat(sum(first)).isEqualTo(2);
    assertThat(reader.ledger.rejected().passedOver(reader.stream)).isEmpty();
    fold.elapsed();
    StreamCommit second = told(take(reader.again(List.of(mended), List.of(asked))));
    assertThat(reader.ledger.streams().commit(List.of(second)).get(0))
        .isInstanceOf(CommitOutcome.Refused.class);
  }

  @Test
  void whatWasToldAnewSinceIsNotToldAgain() {
    StreamCommit commit =
        told(
            take(
                again(type.record("a", runs(2, NOON), state("t", Map.of("class", "none"), NOON)))));
    assertThat(sum(commit)).isEqualTo(2);
    assertThat(commit.facts()).isEmpty();
  }

  @Test
  void whatOnlyStatesFactsOrShowsCountersIsRefused() {
    Change facts = type.record("a", state("t", Map.of("class", "none"), NOON));
    Change counter = type.record("b", reads("t", 7, Instant.EPOCH, NOON));
    for (Change change : List.of(facts, counter)) {
      StreamCommit commit = told(take(again(change)));
      assertThat(commit.facts()).isEmpty();
      assertThat(commit.readings()).isEmpty();
      assertThat(commit.rejections().replays().get(0).refused().orElseThrow())
          .contains("only states facts or shows counters")
          .contains("reset the connector");
      fold.elapsed();
    }
  }

  /** The commit, not handed to the ledger: nothing was asked for there. */
  private static StreamCommit told(StreamFold.Step step) {
    return Objects.requireNonNull(step.commit(), "a commit");
  }

  private Page again(Change change) {
    return reader.again(List.of(change), List.of(once));
  }

  private Change bad(String key) {
    return type.record(key, runs(-1, NOON));
  }

  private static double sum(StreamCommit commit) {
    return commit.windows().stream()
        .filter(window -> window.key().grain() == Grain.DAY)
        .mapToDouble(window -> window.settled().sum())
        .sum();
  }
}
