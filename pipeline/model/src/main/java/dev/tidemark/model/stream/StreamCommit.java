// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.window.WindowChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that moves together when a stream is committed: accepted only if the stream's row
 * still carries the lease and exactly the base sequence, all or nothing.
 *
 * @param base sequence of the row it was built on
 * @param sequence sequence it brings the row to
 * @param cursor where a restart resumes: always a settled cursor
 * @param windows absolute content of every window that changed, never deltas
 * @param readings counters that changed
 * @param facts fact changes, in the order of the pages they came from
 * @param volume what was read since the base, added to the stream's totals
 * @param rejections what was passed over since the base, and what was read again
 */
public record StreamCommit(
    StreamId stream,
    Lease lease,
    long base,
    long sequence,
    Cursor cursor,
    List<WindowChange> windows,
    List<Reading> readings,
    List<FactChanges> facts,
    List<Population> populations,
    @Nullable Instant completeThrough,
    Instant observedAt,
    Volume volume,
    Rejections rejections) {
  public StreamCommit {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(cursor, "cursor");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(rejections, "rejections");
    if (sequence <= base) {
      throw new IllegalArgumentException(
          "a commit moves forward, not from " + base + " to " + sequence);
    }
    windows = List.copyOf(windows);
    readings = List.copyOf(readings);
    facts = List.copyOf(facts);
    populations = List.copyOf(populations);
  }

  /** A commit of pages of which everything could be used. */
  public StreamCommit(
      StreamId stream,
      Lease lease,
      long base,
      long sequence,
      Cursor cursor,
      List<WindowChange> windows,
      List<Reading> readings,
      List<FactChanges> facts,
      List<Population> populations,
      @Nullable Instant completeThrough,
      Instant observedAt,
      Volume volume) {
    this(
        stream,
        lease,
        base,
        sequence,
        cursor,
        windows,
        readings,
        facts,
        populations,
        completeThrough,
        observedAt,
        volume,
        Rejections.none());
  }
}
