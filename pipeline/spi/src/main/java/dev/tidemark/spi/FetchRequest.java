// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.stream.ReadPosition;
import java.time.Instant;
import java.util.Objects;

/**
 * The order to read one page.
 *
 * @param position where the stream has come to; both parts are equal when a pass begins
 * @param upper the pass's upper bound, fixed when it began: nothing newer belongs to it
 * @param maximumRecords how many changes the page may hold
 * @param maximumBytes roughly how many bytes of payload it may hold
 */
public record FetchRequest(
    String stream, ReadPosition position, Instant upper, int maximumRecords, long maximumBytes) {
  public FetchRequest {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(upper, "upper");
    if (maximumRecords < 1 || maximumBytes < 1) {
      throw new IllegalArgumentException("a page holds at least one record and one byte");
    }
  }
}
