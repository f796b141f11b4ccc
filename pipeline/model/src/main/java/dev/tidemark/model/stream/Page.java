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
 * @param observedAt when the fetch ended
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
    Volume volume) {
  public Page {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(connectorType, "connectorType");
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(volume, "volume");
    changes = List.copyOf(changes);
  }
}
