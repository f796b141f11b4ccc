// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.ConnectorException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds pg_stat_statements. It counts for the whole server but is installed in single databases,
 * any of which will do. What was found, or that nothing was, is believed for ten minutes. Safe for
 * use by several threads.
 */
final class StatementStatistics {
  private static final long BELIEVED = Duration.ofMinutes(10).toNanos();
  private static final int MOST_SEARCHED = 100;

  /** Not in shared_preload_libraries, or in a schema the role may not use. */
  private static final Set<String> UNAVAILABLE = Set.of("55000", "42501");

  private final Sessions sessions;
  private final Databases databases;
  private @Nullable Search last;

  StatementStatistics(Sessions sessions, Databases databases) {
    this.sessions = sessions;
    this.databases = databases;
  }

  private record Search(Optional<Extension> found, long at) {}

  /** Where it can be read; empty where it is not installed, not loaded, or not permitted. */
  synchronized Optional<Extension> find() {
    Search search = last;
    if (search == null || System.nanoTime() - search.at() > BELIEVED) {
      search = new Search(search(), System.nanoTime());
      last = search;
    }
    return search.found();
  }

  /** Reads something of it; after a failure it is looked for again. */
  <T> Optional<T> read(Function<Extension, T> reader) {
    try {
      return find().map(reader);
    } catch (ConnectorException failure) {
      forget();
      throw failure;
    }
  }

  /** Calls of queries by the number of the role that made them; empty where they cannot be read. */
  Optional<Map<String, Long>> callsByRole() {
    return read(this::callsByRole);
  }

  private synchronized void forget() {
    last = null;
  }

  private Map<String, Long> callsByRole(Extension extension) {
    Map<String, Long> calls = new HashMap<>();
    try (Session session = sessions.on(extension.database())) {
      session.run(
          extension.query("calls_by_role", session.major()),
          List.of(),
          row -> calls.put(row.getString(1), row.getLong(2)) == null);
    }
    return calls;
  }

  private Optional<Extension> search() {
    List<Database> others;
    try (Session session = sessions.first()) {
      Optional<Extension> here = lookInto(session);
      if (here.isPresent()) {
        return here;
      }
      others = databases.list(session);
    }
    return others.stream()
        .filter(Database::isConnectable)
        .limit(MOST_SEARCHED)
        .flatMap(database -> lookInto(database).stream())
        .findFirst();
  }

  private Optional<Extension> lookInto(Database database) {
    try (Session session = sessions.on(database.name())) {
      return lookInto(session);
    }
  }

  private Optional<Extension> lookInto(Session session) {
    List<Extension> found = new ArrayList<>();
    session.rows(
        "statements_extension",
        List.of(),
        row ->
            !row.getBoolean(3)
                || found.add(
                    new Extension(session.database(), row.getString(1), row.getString(2))));
    return found.stream().filter(extension -> isAvailable(session, extension)).findFirst();
  }

  private static boolean isAvailable(Session session, Extension extension) {
    try {
      session.stream(
          "select /* tidemark */ from " + extension.schema() + ".pg_stat_statements limit 1",
          List.of(),
          row -> false);
      return true;
    } catch (SQLException failure) {
      if (UNAVAILABLE.contains(failure.getSQLState())) {
        return false;
      }
      throw session.owner().failures().of(failure, session.database());
    }
  }
}
