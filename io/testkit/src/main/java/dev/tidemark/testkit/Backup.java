// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.StreamId;
import java.util.Map;
import java.util.TreeMap;

/** The streams' rows of a ledger at one moment. Immutable. */
public final class Backup {
  private final Rows rows;
  private final Map<StreamId, StreamRow> streams;

  private Backup(Rows rows, Map<StreamId, StreamRow> streams) {
    this.rows = rows;
    this.streams = streams;
  }

  static Backup of(Rows rows) {
    return rows.uninterrupted(() -> new Backup(rows, copy(rows.streams)));
  }

  /** Brings the ledger it was made of back to that moment. */
  public void restore() {
    rows.uninterrupted(
        () -> {
          rows.streams.clear();
          rows.streams.putAll(copy(streams));
          return rows;
        });
  }

  private static Map<StreamId, StreamRow> copy(Map<StreamId, StreamRow> streams) {
    Map<StreamId, StreamRow> copy = new TreeMap<>();
    streams.forEach((stream, row) -> copy.put(stream, row.copy()));
    return copy;
  }
}
