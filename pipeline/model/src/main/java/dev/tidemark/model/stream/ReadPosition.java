// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.Objects;

/**
 * How far a reader has come.
 *
 * @param settled up to here everything was counted once and for good; this is what a commit stores
 *     and a restart resumes from
 * @param position where the running pass goes on; equals {@code settled} between passes and for
 *     streams without a tail
 */
public record ReadPosition(Cursor settled, Cursor position) {
  public ReadPosition {
    Objects.requireNonNull(settled, "settled");
    Objects.requireNonNull(position, "position");
  }

  /** The position of a reader that starts, or restarts, at a committed cursor. */
  public static ReadPosition at(Cursor cursor) {
    return new ReadPosition(cursor, cursor);
  }
}
