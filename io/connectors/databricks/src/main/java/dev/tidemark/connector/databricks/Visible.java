// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Part;
import dev.tidemark.http.Call;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which system tables and columns the credential sees. It is assumed that all are there until a
 * statement fails; then the catalogue is asked, which starts no warehouse, and the answer holds for
 * some hours. Safe for use by several threads.
 */
final class Visible {
  private static final Duration KEPT = Duration.ofHours(6);

  private final Map<String, Known> known = new HashMap<>();

  private record Known(Set<String> columns, long since) {
    boolean holds() {
      return System.nanoTime() - since < KEPT.toNanos();
    }
  }

  /** Whether {@code schema.table}, or {@code schema.table.column}, can be seen. */
  Predicate<String> predicate() {
    return this::shows;
  }

  /** Looks at tables. */
  void look(Session session, Set<String> tables) {
    for (String table : tables) {
      Known found = new Known(columns(session, table), System.nanoTime());
      synchronized (this) {
        known.put(table, found);
      }
    }
  }

  /** The columns of a table as the catalogue shows them; none where it is not visible. */
  static Set<String> columns(Session session, String table) {
    try {
      Set<String> columns = new HashSet<>();
      session
          .ask(Call.get("/api/2.1/unity-catalog/tables/" + Call.segment("system." + table)))
          .path("columns")
          .forEach(column -> columns.add(column.path("name").asText()));
      return columns;
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      return Set.of();
    }
  }

  private synchronized boolean shows(String what) {
    String table = what.split("\\.")[0] + "." + what.split("\\.")[1];
    Known found = known.get(table);
    if (found == null || !found.holds()) {
      return true;
    }
    return what.equals(table)
        ? !found.columns().isEmpty()
        : found.columns().contains(what.substring(table.length() + 1));
  }
}
