// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.spi.ledger.StreamStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been applied of each stream, in memory: the reference of the commit's rules. */
public final class InMemoryStreams implements StreamStore {
  private final Rows rows;

  InMemoryStreams(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<StreamState> load(StreamId stream, Lease lease, Instant openSince) {
    return rows.transaction(
        () ->
            Optional.ofNullable(rows.streams.get(stream))
                .filter(row -> row.carries(lease))
                .map(row -> state(row, openSince)));
  }

  @Override
  public Map<WindowKey, WindowChange> windows(StreamId stream, Collection<WindowKey> keys) {
    return rows.transaction(
        () -> {
          Map<WindowKey, WindowChange> found = new HashMap<>(windows(stream));
          found.keySet().retainAll(keys);
          return found;
        });
  }

  /** Every committed window of a stream. */
  public Map<WindowKey, WindowChange> windows(StreamId stream) {
    return rows.uninterrupted(
        () -> {
          StreamRow row = rows.streams.get(stream);
          return row == null ? Map.of() : Map.copyOf(row.windows);
        });
  }

  /** The committed cursor of a stream; the start for one never committed. */
  public Cursor cursor(StreamId stream) {
    return rows.uninterrupted(
        () -> {
          StreamRow row = rows.streams.get(stream);
          return row == null ? Cursor.start() : row.cursor;
        });
  }

  @Override
  public List<CommitOutcome> commit(List<StreamCommit> commits) {
    Map<StreamId, List<StreamCommit>> byStream = new LinkedHashMap<>();
    commits.forEach(
        commit -> byStream.computeIfAbsent(commit.stream(), id -> new ArrayList<>()).add(commit));
    return rows.transaction(
        () -> {
          Map<StreamId, Queue<CommitOutcome>> outcomes = new HashMap<>();
          Set<OrganisationId> moved = new HashSet<>();
          byStream.forEach(
              (id, own) -> outcomes.put(id, new ArrayDeque<>(outcomes(id, own, moved))));
          return commits.stream()
              .map(commit -> Objects.requireNonNull(outcomes.get(commit.stream())).remove())
              .toList();
        });
  }

  private static StreamState state(StreamRow row, Instant openSince) {
    List<WindowChange> open =
        row.windows.values().stream()
            .filter(window -> !window.key().start().isBefore(openSince) || hasTail(window))
            .toList();
    return new StreamState(row.sequence, row.cursor, open, List.copyOf(row.readings.values()));
  }

  private static boolean hasTail(WindowChange window) {
    return !window.tail().isEmpty();
  }

  /** An organisation's revision moves once for all that is committed together. */
  private List<CommitOutcome> outcomes(
      StreamId stream, List<StreamCommit> commits, Set<OrganisationId> moved) {
    StreamRow row = rows.streams.get(stream);
    if (row == null) {
      return commits.stream().map(InMemoryStreams::gone).toList();
    }
    if (row.carries(commits.get(0).lease()) && commits.equals(row.applied)) {
      return commits.stream().map(commit -> accepted(commit, row.revision)).toList();
    }
    List<StreamCommit> following = following(row, commits);
    if (!following.isEmpty()) {
      row.applied = following;
      row.revision = revision(stream.organisation(), moved);
    }
    return Stream.concat(
            following.stream().map(commit -> accepted(commit, row.revision)),
            commits.stream().skip(following.size()).map(commit -> refused(row, commit)))
        .toList();
  }

  private long revision(OrganisationId organisation, Set<OrganisationId> moved) {
    OrganisationRow row = rows.organisation(organisation);
    if (moved.add(organisation)) {
      row.revision++;
    }
    return row.revision;
  }

  /** As many as build on each other and on the row, which they are written to. */
  private List<StreamCommit> following(StreamRow row, List<StreamCommit> commits) {
    return commits.stream()
        .takeWhile(commit -> row.carries(commit.lease()) && row.sequence == commit.base())
        .takeWhile(commit -> InMemoryRejected.awaits(rows, commit))
        .peek(
            commit -> {
              CommittedStream.apply(row, commit);
              InMemoryRejected.apply(rows, commit);
            })
        .toList();
  }

  private static CommitOutcome gone(StreamCommit commit) {
    return new CommitOutcome.Refused(commit.stream(), "the stream is gone", null);
  }

  private static CommitOutcome accepted(StreamCommit commit, long revision) {
    return new CommitOutcome.Accepted(
        commit.stream(), new OrganisationRevision(commit.stream().organisation(), revision));
  }

  private CommitOutcome refused(StreamRow row, StreamCommit commit) {
    if (row.carries(commit.lease())) {
      row.lease = null;
      String reason = "the row is at sequence " + row.sequence + ", not at " + commit.base();
      return new CommitOutcome.Refused(commit.stream(), reason, null);
    }
    return new CommitOutcome.Refused(
        commit.stream(), "the row carries another lease", later(row, commit.lease()));
  }

  private @Nullable PipelineJob later(StreamRow row, Lease lease) {
    PipelineJob job = rows.leases.get(lease);
    return job != null && row.heldByLaterThan(job) ? row.job : null;
  }
}
