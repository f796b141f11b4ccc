// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.window.WindowChange;
import java.util.List;
import java.util.Objects;

/** A stream as committed. */
public record StreamState(
    long sequence, Cursor cursor, List<WindowChange> windows, List<Reading> readings) {
  public StreamState {
    Objects.requireNonNull(cursor, "cursor");
  }
}
