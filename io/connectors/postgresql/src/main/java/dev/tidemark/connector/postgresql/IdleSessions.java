// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one server that wait for their next use, the most recent first. Accounts with the
 * same login share them: logging in costs more than most polls, and a thousand accounts of one
 * server must not use its connections up. Safe for use by several threads.
 */
final class IdleSessions {
  private static final int MOST_PER_ACCOUNT = 2;
  private static final int MOST_PER_SERVER = 16;
  private static final Map<String, IdleSessions> BY_SERVER = new ConcurrentHashMap<>();

  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Map<Dialler, Integer> accounts = new HashMap<>();

  private record Idle(Dialler login, String database, Connection connection) {}

  private IdleSessions() {}

  /** Those of a login's server, for one more account that uses it. */
  static IdleSessions join(Dialler login) {
    return BY_SERVER.compute(
        login.account().hostAndPort(),
        (server, known) -> {
          IdleSessions sessions = known == null ? new IdleSessions() : known;
          sessions.add(login);
          return sessions;
        });
  }

  /** An account goes; answers the connections nobody is left to use. */
  static List<Connection> leave(Dialler login) {
    List<Connection> unused = new ArrayList<>();
    BY_SERVER.computeIfPresent(
        login.account().hostAndPort(), (server, sessions) -> sessions.remove(login, unused));
    return unused;
  }

  /** A connection made with a login to a database, if one waits. */
  synchronized @Nullable Connection take(Dialler login, String database) {
    for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
      Idle one = all.next();
      if (one.database().equals(database) && one.login().equals(login)) {
        all.remove();
        return one.connection();
      }
    }
    return null;
  }

  /** Keeps a connection; answers the one there is no place for any more, or null. */
  synchronized @Nullable Connection keep(Dialler login, String database, Connection connection) {
    if (!accounts.containsKey(login)) {
      return connection;
    }
    idle.addFirst(new Idle(login, database, connection));
    return idle.size() > places() ? idle.removeLast().connection() : null;
  }

  private int places() {
    int all = accounts.values().stream().mapToInt(Integer::intValue).sum();
    return Math.min(MOST_PER_SERVER, MOST_PER_ACCOUNT * all);
  }

  private synchronized void add(Dialler login) {
    accounts.merge(login, 1, Integer::sum);
  }

  private synchronized @Nullable IdleSessions remove(Dialler login, List<Connection> unused) {
    accounts.computeIfPresent(login, (same, count) -> count == 1 ? null : count - 1);
    if (!accounts.containsKey(login)) {
      idle.stream()
          .filter(it -> it.login().equals(login))
          .forEach(it -> unused.add(it.connection()));
      idle.removeIf(it -> it.login().equals(login));
    }
    return accounts.isEmpty() ? null : this;
  }
}
