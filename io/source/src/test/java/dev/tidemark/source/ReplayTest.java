// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rejected records that somebody asked to read again are handed over in the stream's turn. */
class ReplayTest extends PollingStage {
  private final StreamId id = new StreamId(organisation, connector, "events");
  private final ReplayWatch watch = new ReplayWatch(ledger.rejected());

  @BeforeEach
  void passOver() {
    work();
    Page first = taken();
    commit(first, new Rejections(List.of(rejected("a"), rejected("b")), List.of()));
  }

  @Test
  void whatNobodyAskedForStaysWhereItIs() {
    look();
    assertThat(stream.peek()).isNull();
  }

  @Test
  void whatIsAskedForComesInItsTurnAndMovesNothing() {
    ledger.rejected().ask(id, 1);
    look();
    Page again = taken();
    assertThat(again.stamp().step()).isEqualTo(PassStep.BESIDE);
    assertThat(again.stamp().sequence()).isEqualTo(2);
    assertThat(again.stamp().after()).isEqualTo(again.stamp().before());
    assertThat(again.changes()).extracting(it -> it.payload().utf8()).containsExactly("a?", "b?");
    assertThat(again.replays()).hasSize(2);
    assertThat(again.observedAt()).as("when it was read first").isEqualTo(START.minusSeconds(60));
    assertThat(again.volume()).isEqualTo(Volume.none());
  }

  @Test
  void readingGoesOnAfterIt() {
    ledger.rejected().ask(id, 1);
    look();
    Page again = taken();
    append(1);
    clock.advance(Duration.ofSeconds(2));
    work();
    Page next = taken();
    assertThat(next.stamp().sequence()).isEqualTo(again.stamp().sequence() + 1);
    assertThat(next.stamp().before()).isEqualTo(again.stamp().after());
  }

  @Test
  void itIsHandedOverOnceUnderALease() {
    ledger.rejected().ask(id, 1);
    look();
    taken();
    look();
    assertThat(stream.peek()).as("its commit is on its way").isNull();
  }

  @Test
  void aNewLeaseHandsOverWhatWasNotCommitted() {
    ledger.rejected().ask(id, 1);
    look();
    Page lost = taken();
    Lease before = stream.lease().orElseThrow();
    ledger.leases().release(id, before);
    stream.lost(before, null);
    work();
    look();
    Page again = again();
    assertThat(again.stamp().lease()).isNotEqualTo(before);
    assertThat(again.replays()).isEqualTo(lost.replays());
  }

  @Test
  void whatWasCommittedIsNotHandedOverAgain() {
    ledger.rejected().ask(id, 1);
    look();
    Page again = taken();
    List<Replay> counted = again.replays().stream().map(Replay::counted).toList();
    commit(again, new Rejections(List.of(), counted));
    Lease before = stream.lease().orElseThrow();
    ledger.leases().release(id, before);
    stream.lost(before, null);
    work();
    look();
    stream.poll();
    assertThat(stream.peek()).isNull();
    assertThat(ledger.rejected().passedOver(id)).isEmpty();
  }

  @Test
  void whatWasRefusedComesAgainUnderTheSameLeaseWhenAskedForAgain() {
    ledger.rejected().ask(id, 1);
    look();
    Page again = taken();
    List<Replay> refused =
        again.replays().stream().map(record -> new Replay(record, "still bad")).toList();
    commit(again, new Rejections(List.of(), refused));
    ledger.rejected().ask(id, 2);
    look();
    assertThat(taken().replays()).extracting(KeptRecord::request).containsOnly(2L);
  }

  @Test
  void withoutRoomItWaits() {
    ledger.rejected().ask(id, 1);
    for (int page = 0; page < PAGES_IN_FLIGHT; page++) {
      polling.pool().reserve();
    }
    look();
    assertThat(stream.peek()).isNull();
    polling.pool().free();
    look();
    assertThat(stream.peek()).isNotNull();
  }

  private void look() {
    watch.look(List.of(stream));
  }

  /** The page of records that are read again, whatever pass came before it. */
  private Page again() {
    Page page = taken();
    return page.replays().isEmpty() ? taken() : page;
  }

  private Page taken() {
    return Objects.requireNonNull(stream.poll(), "a page");
  }

  private void commit(Page page, Rejections rejections) {
    StreamCommit commit =
        new StreamCommit(
            id,
            page.stamp().lease(),
            page.stamp().sequence() - 1,
            page.stamp().sequence(),
            page.stamp().after().settled(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            page.observedAt(),
            page.volume(),
            rejections);
    ledger.streams().commit(List.of(commit));
  }

  private RejectedRecord rejected(String key) {
    return new RejectedRecord(
        id, "example", key, "bad", Bytes.utf8(key + "?"), START.minusSeconds(60));
  }
}
