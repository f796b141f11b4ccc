// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one fetch returned: the element of the pipeline.
 *
 * @param connectorType names the connector that can normalise the changes
 * @param stratum the platform account the changes are about
 * @param replaces for a snapshot page, the keys it speaks for; null where the changes say
 *     everything themselves
 * @param completeThrough everything up to here has been read; null while unknown
 * @param observedAt when the fetch ended; of records that are read again, when it did the first
 *     time
 * @param replays where the changes are rejected records that are read again, which ones, in their
 *     order; otherwise empty
 */
public record Page(
    StreamId stream,
    String connectorType,
    Stratum stratum,
    PageStamp stamp,
    List<Change> changes,
    @Nullable KeyRange replaces,
    @Nullable Instant completeThrough,
    Instant observedAt,
    Volume volume,
    List<KeptRecord> replays) {
  public Page {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(connectorType, "connectorType");
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(volume, "volume");
    changes = List.copyOf(changes);
    replays = List.copyOf(replays);
    if (!replays.isEmpty() && replays.size() != changes.size()) {
      throw new IllegalArgumentException("a page reads all of its records again or none");
    }
  }

  /** A page as fetched. */
  public Page(
      StreamId stream,
      String connectorType,
      Stratum stratum,
      PageStamp stamp,
      List<Change> changes,
      @Nullable KeyRange replaces,
      @Nullable Instant completeThrough,
      Instant observedAt,
      Volume volume) {
    this(
        stream,
        connectorType,
        stratum,
        stamp,
        changes,
        replaces,
        completeThrough,
        observedAt,
        volume,
        List.of());
  }
}
