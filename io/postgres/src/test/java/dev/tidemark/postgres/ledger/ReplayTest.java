// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.DeadLetters;
import dev.tidemark.postgres.admin.DeadLetters.Asked;
import dev.tidemark.postgres.admin.LetterChoice;
import dev.tidemark.postgres.admin.Replayability;
import dev.tidemark.spi.ledger.RejectedStore.Waiting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rejected records are read again exactly once, whatever happens between. */
class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String RUNS = "tidemark.data.pipeline.run";
  private final Fixture fixture = Fixture.shared();
  private final Administration administration = Administration.of(fixture.access);
  private final DeadLetters letters = administration.deadLetters();
  private final StreamId stream = fixture.newStream();
  private Lease lease = fixture.taken(stream);

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void whatACommitPassedOverCanBeReadAgain() {
    pass(1, rejected("a"), rejected("b"), rejected("b"));
    assertThat(all()).extracting(DeadLetter::replay).containsOnly(Replayability.POSSIBLE);
    assertThat(all()).extracting(DeadLetter::times).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void aCommitThatIsRefusedPassesNothingOver() {
    StreamCommit commit = commit(stream, lease, 7, 8).passed(rejected("a")).build();
    assertRefused(commit);
    assertThat(all()).isEmpty();
  }

  @Test
  void aCommitWhoseAnswerWasLostPassesOverOnce() {
    StreamCommit commit = commit(stream, lease, 0, 1).passed(rejected("a")).build();
    assertAccepted(commit);
    assertAccepted(commit);
    assertThat(all()).extracting(DeadLetter::times).containsExactly(1L);
  }

  @Test
  void itCountsOnceAlsoIfTheAnswerIsLost() {
    KeptRecord record = asked();
    StreamCommit replay = counted(1, record);
    assertAccepted(replay);
    assertAccepted(replay);
    assertThat(sum()).isEqualTo(5);
    assertThat(state()).isEqualTo(Replayability.COUNTED);
    assertThat(waiting()).isEmpty();
    assertThat(fixture.ledger.rejected().awaiting()).doesNotContain(stream);
  }

  @Test
  void whatWasNotCommittedWaitsOnForTheNextLease() {
    KeptRecord record = asked();
    StreamCommit late = counted(1, record);
    lease = fixture.taken(stream);
    assertRefused(late);
    assertThat(sum()).isZero();
    assertThat(waiting()).containsExactly(record);
    assertAccepted(counted(1, record));
    assertThat(sum()).isEqualTo(5);
  }

  @Test
  void whoeverComesSecondIsRefusedWhole() {
    KeptRecord record = asked();
    assertAccepted(counted(1, record));
    StreamCommit again =
        commit(stream, lease, 2, 3).sum(RUNS, 10, 0).replay(Replay.counted(record)).build();
    assertRefused(again);
    assertThat(sum()).isEqualTo(5);
    assertThat(
            fixture.number(
                "SELECT sequence AS number FROM stream WHERE connector_id = ?",
                stream.connector().value()))
        .isEqualTo(2);
  }

  @Test
  void aRecordIsAskedForOnce() {
    asked();
    Asked second = ask();
    assertThat(second.request()).isEmpty();
    assertThat(second.letters())
        .extracting(DeadLetter::replay)
        .containsExactly(Replayability.WAITING);
    assertAccepted(counted(1, waiting().get(0)));
    assertThat(ask().letters())
        .extracting(DeadLetter::replay)
        .containsExactly(Replayability.COUNTED);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatIsUnderWayIsLeftOut() {
    pass(1, rejected("a"), rejected("b"));
    ask();
    List<KeptRecord> both = waiting();
    assertThat(both).hasSize(2);
    assertThat(fixture.ledger.rejected().waiting(stream, both.subList(0, 1), 10))
        .extracting(Waiting::record)
        .containsExactly(both.get(1));
    assertThat(fixture.ledger.rejected().waiting(stream, List.of(), 1)).hasSize(1);
  }

  @Test
  void onePageHoldsRecordsOfOneFirstReading() {
    pass(1, rejected("a"), rejectedAt("b", NOON.minusSeconds(9)), rejected("c"));
    ask();
    assertThat(fixture.ledger.rejected().waiting(stream, List.of(), 10))
        .extracting(it -> it.rejected().key())
        .containsExactly("b");
  }

  @Test
  void whatCannotBeUsedThisTimeEitherStaysWithTheNewReasonAndMayBeAskedForAgain() {
    KeptRecord record = asked();
    assertAccepted(
        commit(stream, lease, 1, 2).replay(new Replay(record, "size is negative")).build());
    assertThat(all()).extracting(DeadLetter::reason).containsExactly("size is negative");
    assertThat(state()).isEqualTo(Replayability.POSSIBLE);
    assertThat(waiting()).isEmpty();
    ask();
    KeptRecord again = waiting().get(0);
    assertThat(again.request()).isGreaterThan(record.request());
    assertThat(fixture.ledger.rejected().waiting(stream, List.of(record), 10))
        .as("what was under way before was another request")
        .hasSize(1);
    assertRefused(counted(2, record));
    lease = fixture.taken(stream);
    assertAccepted(counted(2, again));
    assertThat(sum()).isEqualTo(5);
  }

  @Test
  void anotherOneThatLooksTheSameIsNotLostBetween() {
    KeptRecord one = asked();
    StreamCommit both =
        commit(stream, lease, 1, 3)
            .sum(RUNS, 5, 0)
            .passed(rejected("a"))
            .replay(Replay.counted(one))
            .build();
    assertAccepted(both);
    assertThat(state()).isEqualTo(Replayability.POSSIBLE);
    assertThat(all()).extracting(DeadLetter::times).containsExactly(1L);
    ask();
    assertAccepted(
        commit(stream, lease, 3, 4)
            .sum(RUNS, 10, 0)
            .replay(Replay.counted(waiting().get(0)))
            .build());
    assertThat(state()).isEqualTo(Replayability.COUNTED);
    assertAccepted(commit(stream, lease, 4, 5).passed(rejected("a")).build());
    assertThat(state()).isEqualTo(Replayability.POSSIBLE);
  }

  @Test
  void onlyWhatIsMeantIsAskedForAndLookingChangesNothing() {
    pass(
        1,
        rejected("a"),
        new RejectedRecord(stream, "postgresql", "b", "Size is missing", Bytes.utf8("{}"), NOON));
    LetterChoice sizes = LetterChoice.reason("size IS");
    assertThat(letters.list(fixture.organisation, sizes, 10)).hasSize(1);
    assertThat(waiting()).isEmpty();
    assertThat(letters.ask(fixture.organisation, LetterChoice.ofConnector("another")).letters())
        .isEmpty();
    Asked asked = letters.ask(fixture.organisation, sizes);
    assertThat(asked.request()).isPresent();
    assertThat(fixture.ledger.rejected().waiting(stream, List.of(), 10))
        .extracting(it -> it.rejected().key())
        .containsExactly("b");
    assertThat(
            fixture.text(
                "SELECT selection || ' ' || records AS text FROM replay_request WHERE id = ?",
                asked.request().orElseThrow()))
        .isEqualTo("reason size IS 1");
  }

  @Test
  void whatEveryPassShowsNeedsNoReplayUntilItIsFinal() {
    fixture.ledger.rejected().keep(List.of(rejected("a")));
    assertThat(state()).isEqualTo(Replayability.SHOWN_AGAIN);
    assertThat(ask().request()).isEmpty();
    pass(1, rejected("a"));
    assertThat(state()).isEqualTo(Replayability.POSSIBLE);
    fixture.ledger.rejected().keep(List.of(rejected("a")));
    assertThat(state()).as("late news of an earlier pass").isEqualTo(Replayability.POSSIBLE);
    assertThat(all()).extracting(DeadLetter::times).containsExactly(1L);
  }

  @Test
  void whatAnEarlierReleaseKeptCannotBeReadAgain() {
    pass(1, rejected("a"));
    fixture.change(
        "UPDATE rejected_record SET standing = NULL, stream_id = NULL WHERE connector_id = ?",
        stream.connector().value());
    assertThat(state()).isEqualTo(Replayability.NOT_NOTED);
    assertThat(ask().request()).isEmpty();
  }

  @Test
  void aResetForgetsWhatIsReadAgainAnyway() {
    asked();
    administration.connectors().reset(stream.connector(), "a test");
    assertThat(all()).isEmpty();
    assertThat(fixture.ledger.rejected().awaiting()).doesNotContain(stream);
  }

  private KeptRecord asked() {
    pass(1, rejected("a"));
    assertThat(ask().request()).isPresent();
    assertThat(fixture.ledger.rejected().awaiting()).contains(stream);
    return waiting().get(0);
  }

  private void pass(long sequence, RejectedRecord... records) {
    assertAccepted(commit(stream, lease, sequence - 1, sequence).passed(records).build());
  }

  private StreamCommit counted(long base, KeptRecord record) {
    return commit(stream, lease, base, base + 1)
        .sum(RUNS, 5, 0)
        .replay(Replay.counted(record))
        .build();
  }

  private Asked ask() {
    return letters.ask(fixture.organisation, LetterChoice.all());
  }

  private List<KeptRecord> waiting() {
    return fixture.ledger.rejected().waiting(stream, List.of(), 10).stream()
        .map(Waiting::record)
        .toList();
  }

  private List<DeadLetter> all() {
    return letters.list(fixture.organisation, 10);
  }

  private Replayability state() {
    return all().get(0).replay();
  }

  private long sum() {
    return fixture.number(
        "SELECT coalesce(sum(settled_sum), 0)::bigint AS number FROM metric_window w JOIN stream s"
            + " ON s.id = w.stream_id WHERE s.connector_id = ?",
        stream.connector().value());
  }

  private void assertAccepted(StreamCommit commit) {
    assertThat(fixture.ledger.streams().commit(List.of(commit)).get(0))
        .isInstanceOf(CommitOutcome.Accepted.class);
  }

  private void assertRefused(StreamCommit commit) {
    assertThat(fixture.ledger.streams().commit(List.of(commit)).get(0))
        .isInstanceOf(CommitOutcome.Refused.class);
  }

  private RejectedRecord rejected(String key) {
    return rejectedAt(key, NOON);
  }

  private RejectedRecord rejectedAt(String key, Instant at) {
    return new RejectedRecord(
        stream, "postgresql", key, "not JSON: correct it", Bytes.utf8("{"), at);
  }
}
