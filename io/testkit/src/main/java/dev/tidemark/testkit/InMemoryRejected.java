// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.RejectedStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters in memory. */
public final class InMemoryRejected implements RejectedStore {
  private final Rows rows;
  private final Map<List<Object>, RejectedRecord> records = new LinkedHashMap<>();

  InMemoryRejected(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void keep(List<RejectedRecord> rejected) {
    rows.transaction(
        () -> {
          rejected.forEach(record -> records.putIfAbsent(identity(record), record));
          return rejected;
        });
  }

  /** Everything kept, in order. */
  public List<RejectedRecord> all() {
    return rows.uninterrupted(() -> List.copyOf(records.values()));
  }

  private static List<Object> identity(RejectedRecord record) {
    return List.of(record.stream(), record.key(), record.reason(), record.payload());
  }
}
