// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which views and columns the account shows to the connector's role, found by asking for their
 * shape, which runs nothing. Remembered for a while, and forgotten when a statement does not fit
 * any more. Safe for use by several threads.
 */
final class Visible {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Map<View, Known> known = new EnumMap<>(View.class);

  private record Known(Set<String> columns, long since) {}

  /** The columns of a view; empty where it cannot be seen. */
  Set<String> columns(View view, Session session) {
    Known found = find(view);
    if (found == null) {
      found = new Known(session.columns(view), System.nanoTime());
      keep(view, found);
    }
    return found.columns();
  }

  boolean shows(View view, Session session) {
    return !columns(view, session).isEmpty();
  }

  /** Whether a view, or a column as {@code VIEW.COLUMN}, can be seen. */
  boolean shows(String what, Session session) {
    int dot = what.indexOf('.');
    View view = View.valueOf(dot < 0 ? what : what.substring(0, dot));
    Set<String> columns = columns(view, session);
    return dot < 0 ? !columns.isEmpty() : columns.contains(what.substring(dot + 1));
  }

  /** After a failure by what cannot be seen any more, what can be is found out anew. */
  synchronized void forgetAfter(ConnectorException failure) {
    if (failure.category() == Category.PERMISSION || failure.category() == Category.UNSUPPORTED) {
      known.clear();
    }
  }

  private synchronized @Nullable Known find(View view) {
    Known found = known.get(view);
    return found == null || System.nanoTime() - found.since() > KEPT.toNanos() ? null : found;
  }

  private synchronized void keep(View view, Known found) {
    known.put(view, found);
  }
}
