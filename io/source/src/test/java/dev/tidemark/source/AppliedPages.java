// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows the source in a pipeline, as small as the protocol allows: applies each page in its
 * turn and commits it at once. Keeps the keys of settled upserts as they were applied.
 */
final class AppliedPages {
  private final InMemoryLedger ledger;
  private final Map<StreamId, Followed> streams = new HashMap<>();
  private final Map<StreamId, List<String>> applied = new HashMap<>();
  private long pages;

  private record Followed(Lease lease, long sequence, ReadPosition position) {}

  AppliedPages(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  /** Pages seen, applied or not. */
  synchronized long pages() {
    return pages;
  }

  /** Keys of settled upserts of a stream whose commit was accepted, in order. */
  synchronized List<String> keys(StreamId stream) {
    return List.copyOf(applied.getOrDefault(stream, List.of()));
  }

  synchronized void apply(Page page) {
    pages++;
    Followed followed = followed(page);
    if (followed == null
        || page.stamp().sequence() != followed.sequence() + 1
        || !page.stamp().before().equals(followed.position())) {
      return;
    }
    CommitOutcome outcome = ledger.streams().commit(List.of(commit(page))).get(0);
    if (outcome instanceof CommitOutcome.Accepted) {
      streams.put(
          page.stream(),
          new Followed(page.stamp().lease(), page.stamp().sequence(), page.stamp().after()));
      page.changes().stream()
          .map(Change::key)
          .forEach(key -> applied.computeIfAbsent(page.stream(), k -> new ArrayList<>()).add(key));
    } else {
      streams.remove(page.stream());
      LostLeases.announce(page.stamp().lease());
    }
  }

  private @Nullable Followed followed(Page page) {
    Followed known = streams.get(page.stream());
    if (known != null && known.lease().equals(page.stamp().lease())) {
      return known;
    }
    Optional<StreamState> state =
        ledger.streams().load(page.stream(), page.stamp().lease(), Instant.EPOCH);
    return state
        .map(
            row ->
                new Followed(page.stamp().lease(), row.sequence(), ReadPosition.at(row.cursor())))
        .orElse(null);
  }

  private static StreamCommit commit(Page page) {
    long sequence = page.stamp().sequence();
    return new StreamCommit(
        page.stream(),
        page.stamp().lease(),
        sequence - 1,
        sequence,
        page.stamp().after().settled(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        page.completeThrough(),
        page.observedAt(),
        page.volume());
  }
}
