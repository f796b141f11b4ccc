// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A row that cannot be used; its record's key says everything of it. */
record BadRow(LateSource.Shown row) {
  /** The row a rejected record was made of. */
  static BadRow of(String key) {
    String[] parts = key.split(" ", -1);
    Place at = new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    WindowKey window = HistoryReader.window(at, parts[2]);
    return new BadRow(new LateSource.Shown(at, window, Integer.parseInt(parts[3])));
  }

  RejectedRecord rejected(StreamId stream, Instant observedAt) {
    return new RejectedRecord(stream, "example", key(), "bad", Bytes.utf8("{}"), observedAt);
  }

  /** It belongs to its window, too. */
  void addTo(Map<WindowKey, List<Double>> windows) {
    windows.merge(
        row.window(),
        List.of(1d, (double) row.value()),
        (left, right) -> List.of(left.get(0) + 1, left.get(1) + right.get(1)));
  }

  private String key() {
    String environment = row.window().attributes().values().get("environment");
    return row.at().tick() + " " + row.at().row() + " " + environment + " " + row.value();
  }
}
