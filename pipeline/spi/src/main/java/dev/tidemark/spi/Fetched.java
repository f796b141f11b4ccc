// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page as the connector read it.
 *
 * <p>A stream without a tail returns {@code next} with equal parts. A stream whose source shows
 * rows late returns in {@code next.settled} the cursor up to which all is final, marks every change
 * after it provisional, and in {@code next.position} where the pass goes on.
 *
 * @param next where the stream has come to; at the end of a pass both parts are equal
 * @param more whether the pass goes on
 * @param replaces for a snapshot, the keys this page speaks for; null otherwise
 * @param completeThrough everything up to here has been read; null while unknown
 * @param volume what it brought and took, also where nothing new was found; what the platform
 *     charges beyond calls and bytes is its {@link Volume#cost}
 */
public record Fetched(
    List<Change> changes,
    ReadPosition next,
    boolean more,
    @Nullable KeyRange replaces,
    @Nullable Instant completeThrough,
    Volume volume) {
  public Fetched {
    changes = List.copyOf(changes);
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(volume, "volume");
  }
}
