// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.RejectedStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dead letters in memory: the reference of how they move with commits. */
public final class InMemoryRejected implements RejectedStore {
  private final Rows rows;

  InMemoryRejected(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void keep(List<RejectedRecord> rejected) {
    rows.transaction(
        () -> {
          rejected.forEach(
              record ->
                  rows.letters.computeIfAbsent(
                      id(record), id -> DeadLetter.shownAgain(id, record)));
          return rejected;
        });
  }

  @Override
  public Set<StreamId> awaiting() {
    return rows.transaction(
        () ->
            rows.letters.values().stream()
                .filter(DeadLetter::waits)
                .map(letter -> letter.rejected().stream())
                .collect(Collectors.toSet()));
  }

  @Override
  public List<Waiting> waiting(StreamId stream, Collection<KeptRecord> underWay, int most) {
    Set<KeptRecord> left = Set.copyOf(underWay);
    return rows.transaction(
        () -> {
          List<DeadLetter> all = waiting(stream).filter(it -> !left.contains(it.record())).toList();
          Optional<Instant> first =
              all.stream().map(it -> it.rejected().observedAt()).min(Comparator.naturalOrder());
          return all.stream()
              .filter(it -> Optional.of(it.rejected().observedAt()).equals(first))
              .limit(most)
              .map(it -> new Waiting(it.record(), it.rejected()))
              .toList();
        });
  }

  /** Asks to read again all that a stream has passed over; how much that is. */
  public int ask(StreamId stream, long request) {
    return rows.uninterrupted(
        () -> {
          List<DeadLetter> open = passed(stream).filter(it -> !it.waits()).toList();
          open.forEach(letter -> rows.letters.put(letter.id(), letter.asked(request)));
          return open.size();
        });
  }

  /** Everything kept, in order. */
  public List<RejectedRecord> all() {
    return rows.uninterrupted(
        () -> rows.letters.values().stream().map(DeadLetter::rejected).toList());
  }

  /** What a stream has passed over and that does not count yet, each as often as it was read. */
  public List<RejectedRecord> passedOver(StreamId stream) {
    return rows.uninterrupted(
        () ->
            passed(stream).flatMap(it -> Stream.generate(it::rejected).limit(it.times())).toList());
  }

  /**
   * Whether everything a commit read again waits for it. Guarded by the lock of the rows, as is
   * what follows.
   */
  static boolean awaits(Rows rows, StreamCommit commit) {
    return commit.rejections().replays().stream().allMatch(replay -> awaits(rows, replay));
  }

  static void apply(Rows rows, StreamCommit commit) {
    for (RejectedRecord record : commit.rejections().passed()) {
      UUID id = id(record);
      DeadLetter known = rows.letters.getOrDefault(id, DeadLetter.shownAgain(id, record));
      rows.letters.put(id, known.passed());
    }
    for (Replay replay : commit.rejections().replays()) {
      rows.letters.computeIfPresent(replay.record().id(), (id, letter) -> answered(letter, replay));
    }
  }

  private static DeadLetter answered(DeadLetter letter, Replay replay) {
    Optional<String> refusal = replay.refused();
    return letter.answered(
        refusal.isPresent() ? 0 : replay.record().times(),
        refusal.orElse(letter.rejected().reason()));
  }

  private static boolean awaits(Rows rows, Replay replay) {
    DeadLetter letter = rows.letters.get(replay.record().id());
    return letter != null
        && letter.request() == replay.record().request()
        && letter.times() >= replay.record().times();
  }

  private Stream<DeadLetter> waiting(StreamId stream) {
    return passed(stream).filter(DeadLetter::waits);
  }

  private Stream<DeadLetter> passed(StreamId stream) {
    return rows.letters.values().stream()
        .filter(letter -> letter.times() > 0 && letter.rejected().stream().equals(stream));
  }

  private static UUID id(RejectedRecord record) {
    String identity =
        "%s\n%s\n%s\n%s"
            .formatted(record.stream(), record.key(), record.reason(), record.payload().utf8());
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
  }
}
