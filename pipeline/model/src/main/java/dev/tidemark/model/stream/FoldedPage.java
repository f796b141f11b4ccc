// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page reduced to what its changes add up to.
 *
 * @param settled partial aggregates of the settled changes
 * @param tail partial aggregates of the provisional changes
 * @param readings cumulative counters as read, {@code movedAt} not yet known
 * @param facts what the page says of assets, and which are gone
 * @param populations how much of what exists was seen
 * @param rejections what of it could not be used and is final, and what was read again
 */
public record FoldedPage(
    StreamId stream,
    Stratum stratum,
    PageStamp stamp,
    Map<WindowKey, Partial> settled,
    Map<WindowKey, Partial> tail,
    List<Reading> readings,
    FactChanges facts,
    List<Population> populations,
    @Nullable Instant completeThrough,
    Instant observedAt,
    Volume volume,
    Rejections rejections) {
  public FoldedPage {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(rejections, "rejections");
  }

  /** A page of which everything could be used. */
  public FoldedPage(
      StreamId stream,
      Stratum stratum,
      PageStamp stamp,
      Map<WindowKey, Partial> settled,
      Map<WindowKey, Partial> tail,
      List<Reading> readings,
      FactChanges facts,
      List<Population> populations,
      @Nullable Instant completeThrough,
      Instant observedAt,
      Volume volume) {
    this(
        stream,
        stratum,
        stamp,
        settled,
        tail,
        readings,
        facts,
        populations,
        completeThrough,
        observedAt,
        volume,
        Rejections.none());
  }
}
