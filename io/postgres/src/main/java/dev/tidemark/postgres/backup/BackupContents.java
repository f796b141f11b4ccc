// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param format of the file
 * @param migration number of the last one its tables had seen
 * @param takenAt when, by the clock of the server; everything committed before that is in it
 * @param tables those that refer to others after them
 * @param sequences the next number of each
 */
public record BackupContents(
    int format,
    int migration,
    Instant takenAt,
    List<BackedUpTable> tables,
    Map<String, Long> sequences) {
  /** The only one there is so far. */
  static final int FORMAT = 1;

  /** Keeps tables and sequences. */
  public BackupContents {
    tables = List.copyOf(tables);
    sequences = Map.copyOf(sequences);
  }

  /** How many rows there are in all. */
  public long rows() {
    return tables.stream().mapToLong(BackedUpTable::rows).sum();
  }
}
