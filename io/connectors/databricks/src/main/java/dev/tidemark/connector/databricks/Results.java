// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results whose rows are being read, so that the pages of one pass share one statement. The
 * last few are kept: what is not found is asked for again by where its rows go on. Safe for use by
 * several threads.
 */
final class Results {
  private static final int MOST = 3;

  private final Map<Name, ResultRows> open = new LinkedHashMap<>();

  /** Whose rows they are: of a stream, of a pass. */
  record Name(String stream, Instant upper) {}

  /** Takes the rows out if they can go on after the mark. */
  synchronized Optional<ResultRows> take(Name name, String mark) {
    return Optional.ofNullable(open.remove(name)).filter(rows -> rows.seek(mark));
  }

  /** Puts rows back whose pass goes on. */
  synchronized void keep(Name name, ResultRows rows) {
    open.keySet().removeIf(it -> it.stream().equals(name.stream()));
    open.put(name, rows);
    while (open.size() > MOST) {
      open.remove(open.keySet().iterator().next());
    }
  }
}
