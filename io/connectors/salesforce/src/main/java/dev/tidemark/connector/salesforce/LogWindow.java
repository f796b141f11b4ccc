// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Uses a file tells of, counted, in the order of their keys: the first so many behind a key, so
 * that a file of any size needs little memory. Immutable.
 *
 * @param file identifier of the file
 * @param after the key before the first
 * @param uses by key
 * @param end whether there are more
 */
record LogWindow(String file, String after, NavigableMap<String, Counted> uses, Rows.End end) {
  private static final int MOST = 5_000;

  /** A use, and how often. */
  record Counted(Use use, long times) {
    Counted again() {
      return new Counted(use, times + 1);
    }
  }

  /** Whether the uses behind a key of a file begin in it. */
  boolean covers(String other, String key) {
    boolean within = key.compareTo(after) >= 0;
    return file.equals(other) && within && (end == Rows.End.REACHED || !behind(key).isEmpty());
  }

  List<Counted> behind(String key) {
    return List.copyOf(uses.tailMap(key, false).values());
  }

  /** Counts uses as they come. For one thread. */
  static final class Tally {
    private final String after;
    private final NavigableMap<String, Counted> uses = new TreeMap<>();
    private Rows.End end = Rows.End.REACHED;

    Tally(String after) {
      this.after = after;
    }

    void add(Use use) {
      String key = use.key();
      if (key.compareTo(after) > 0) {
        uses.merge(key, new Counted(use, 1), (known, one) -> known.again());
        bound();
      }
    }

    /** What falls out now is greater than all that stays, and falls out again when it recurs. */
    private void bound() {
      if (uses.size() > MOST) {
        uses.pollLastEntry();
        end = Rows.End.AHEAD;
      }
    }

    LogWindow of(LogFile file) {
      return new LogWindow(file.id(), after, uses, end);
    }
  }
}
