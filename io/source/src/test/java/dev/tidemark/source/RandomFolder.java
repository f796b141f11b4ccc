// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder and committer of the exactness protocol, written down as directly as possible: windows
 * as a cache tagged with the lease, pages applied in their turn, commits that may be lost, repeated
 * or refused.
 */
final class RandomFolder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Partial NONE = Partial.empty();

  private final InMemoryLedger ledger;
  private final StreamId stream;
  private final Random random;
  private final Deque<Page> pages = new ArrayDeque<>();
  private final Deque<StreamCommit> commits = new ArrayDeque<>();
  private @Nullable Cache cache;

  private static final class Cache {
    private final Lease lease;
    private final Map<WindowKey, WindowChange> windows = new HashMap<>();
    private final Map<WindowKey, Partial> nextTail = new HashMap<>();
    private final Set<WindowKey> dirty = new HashSet<>();
    private long base;
    private long sequence;
    private ReadPosition position;

    Cache(Lease lease, StreamState state) {
      this.lease = lease;
      this.base = state.sequence();
      this.sequence = state.sequence();
      this.position = ReadPosition.at(state.cursor());
      state.windows().forEach(window -> windows.put(window.key(), window));
    }

    void set(WindowKey key, Partial settled, Partial tail) {
      windows.put(key, new WindowChange(key, settled, tail));
      dirty.add(key);
    }

    Partial settled(WindowKey key) {
      WindowChange window = windows.get(key);
      return window == null ? NONE : window.settled();
    }

    Partial tail(WindowKey key) {
      WindowChange window = windows.get(key);
      return window == null ? NONE : window.tail();
    }
  }

  RandomFolder(InMemoryLedger ledger, StreamId stream, Random random) {
    this.ledger = ledger;
    this.stream = stream;
    this.random = random;
  }

  void add(Page page) {
    pages.add(page);
  }

  boolean isIdle() {
    return pages.isEmpty() && commits.isEmpty();
  }

  /** Forgets everything, as a crash does. */
  void forget() {
    cache = null;
    pages.clear();
    commits.clear();
  }

  /** Applies one page, if there is one. */
  void fold() {
    Page page = pages.poll();
    if (page == null) {
      return;
    }
    if (cache == null || !cache.lease.equals(page.stamp().lease())) {
      Optional<StreamState> state =
          ledger.streams().load(stream, page.stamp().lease(), Instant.EPOCH);
      if (state.isEmpty()) {
        return;
      }
      cache = new Cache(page.stamp().lease(), state.get());
    }
    if (page.stamp().sequence() == cache.sequence + 1) {
      inTurn(cache, page);
    } else {
      letGo(page.stamp().lease());
    }
  }

  /** Makes a commit of what has changed. */
  void emit() {
    Cache held = cache;
    if (held == null || held.sequence == held.base) {
      return;
    }
    List<WindowChange> windows =
        held.dirty.stream().map(key -> Objects.requireNonNull(held.windows.get(key))).toList();
    commits.add(
        new StreamCommit(
            stream,
            held.lease,
            held.base,
            held.sequence,
            held.position.settled(),
            windows,
            List.of(),
            List.of(),
            List.of(),
            null,
            Instant.EPOCH,
            Volume.none()));
    held.base = held.sequence;
    held.dirty.clear();
  }

  /** Sends one commit; its answer may get lost, and it is sent again. */
  void commit() {
    StreamCommit commit = commits.poll();
    if (commit == null) {
      return;
    }
    CommitOutcome outcome = ledger.streams().commit(List.of(commit)).get(0);
    if (random.nextInt(20) == 0) {
      commits.addFirst(commit);
    } else if (outcome instanceof CommitOutcome.Refused) {
      LostLeases.announce(commit.lease());
      cache = null;
      commits.clear();
    }
  }

  /** A gap never closes, and a repeat means that what was drained since may be lost. */
  private void letGo(Lease lease) {
    LostLeases.announce(lease);
    cache = null;
  }

  private void inTurn(Cache held, Page page) {
    if (!page.stamp().before().equals(held.position)) {
      letGo(held.lease);
      return;
    }
    if (page.stamp().step().begins()) {
      held.nextTail.clear();
    }
    boolean settles = page.changes().stream().anyMatch(RandomFolder::isSettled);
    page.changes().forEach(change -> add(held, page, change));
    if (settles || page.stamp().step().ends()) {
      Set.copyOf(held.windows.keySet()).stream()
          .filter(key -> !held.tail(key).isEmpty())
          .forEach(key -> held.set(key, held.settled(key), NONE));
    }
    if (page.stamp().step().ends()) {
      held.nextTail.forEach((key, tail) -> held.set(key, held.settled(key), tail));
      held.nextTail.clear();
    }
    held.sequence = page.stamp().sequence();
    held.position = page.stamp().after();
    if (random.nextInt(10) < 6) {
      emit();
    }
  }

  private static void add(Cache held, Page page, Change change) {
    JsonNode row = parse(change);
    Instant at = Instant.parse(row.get("at").asText());
    double value = row.get("value").asDouble();
    WindowKey key = key(page, at, row.get("key").asText());
    if (isSettled(change)) {
      held.set(key, plus(held.settled(key), value, at), held.tail(key));
    } else {
      held.nextTail.merge(key, plus(NONE, value, at), (old, one) -> plus(old, value, at));
    }
  }

  static WindowKey key(Page page, Instant at, String attribute) {
    return new WindowKey(
        page.stratum(),
        "tidemark.data.pipeline.run",
        Attributes.of("environment", attribute),
        Grain.HOUR,
        Grain.HOUR.startOf(at));
  }

  static Partial plus(Partial partial, double value, Instant at) {
    Instant earliest = at.isBefore(partial.earliest()) ? at : partial.earliest();
    Instant latest = at.isAfter(partial.latest()) ? at : partial.latest();
    return new Partial(
        partial.count() + 1, partial.sum() + value, 0, 0, 0, earliest, latest, Bytes.empty());
  }

  private static boolean isSettled(Change change) {
    return change.settlement() == Settlement.SETTLED;
  }

  private static JsonNode parse(Change change) {
    try {
      return JSON.readTree(change.payload().utf8());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
