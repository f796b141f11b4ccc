// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.StreamId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The streams' rows and dead letters of a ledger at one moment. Immutable. */
public final class Backup {
  private final Rows rows;
  private final Map<StreamId, StreamRow> streams;
  private final Map<UUID, DeadLetter> letters;

  private Backup(Rows rows) {
    this.rows = rows;
    this.streams = copy(rows.streams);
    this.letters = Map.copyOf(rows.letters);
  }

  static Backup of(Rows rows) {
    return rows.uninterrupted(() -> new Backup(rows));
  }

  /** Brings the ledger it was made of back to that moment. */
  public void restore() {
    rows.uninterrupted(
        () -> {
          rows.streams.clear();
          rows.streams.putAll(copy(streams));
          rows.letters.clear();
          rows.letters.putAll(letters);
          return rows;
        });
  }

  private static Map<StreamId, StreamRow> copy(Map<StreamId, StreamRow> streams) {
    Map<StreamId, StreamRow> copy = new TreeMap<>();
    streams.forEach((stream, row) -> copy.put(stream, row.copy()));
    return copy;
  }
}
