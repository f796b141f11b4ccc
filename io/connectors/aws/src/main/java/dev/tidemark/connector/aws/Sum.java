// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Objects added up.
 *
 * @param newest when the newest was written; null without any
 */
record Sum(long objects, long bytes, @Nullable Instant newest) {
  static final Sum NOTHING = new Sum(0, 0, null);

  Sum plus(long size, Instant written) {
    return plus(new Sum(1, size, written));
  }

  Sum plus(Sum more) {
    return new Sum(objects + more.objects, bytes + more.bytes, later(newest, more.newest));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
