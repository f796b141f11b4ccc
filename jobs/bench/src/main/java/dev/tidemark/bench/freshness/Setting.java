// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import java.time.Duration;
import java.util.Set;

/**
 * How a source is read and changed.
 *
 * @param name one word
 * @param title for people
 * @param streams of the source that are read; empty for all
 * @param background streams of another organisation that are read meanwhile
 * @param warming changes that come first and do not count
 * @param changes that count
 * @param apart how far changes are apart in the mean
 */
public record Setting(
    String name,
    String title,
    Set<String> streams,
    int background,
    int warming,
    int changes,
    Duration apart) {
  /** How often the source is read. */
  static final Duration POLL = Duration.ofSeconds(1);

  public Setting {
    streams = Set.copyOf(streams);
    if (warming < 0 || changes < 1) {
      throw new IllegalArgumentException("at least one change counts");
    }
  }

  /** All changes. */
  int all() {
    return warming + changes;
  }
}
