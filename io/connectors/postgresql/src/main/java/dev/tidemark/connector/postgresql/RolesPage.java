// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.spi.Fetched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One page of roles. Used once, by one thread. */
final class RolesPage {
  private final Visit visit;
  private final Server server;
  private final PageDraft draft;
  private final RolesPlace place;
  private final SortedMap<String, Long> seen = new TreeMap<>();

  RolesPage(Visit visit, PageDraft draft) {
    this.visit = visit;
    this.server = visit.server();
    this.draft = draft;
    this.place = RolesPlace.of(draft.request().position().position());
    draft.startAfter(place.after());
  }

  Fetched read() {
    @Nullable Map<String, Long> calls = server.statements().callsByRole().orElse(null);
    readRoles(calls);
    if (draft.isFull()) {
      String last = draft.lastKey();
      return draft.goesOn(last, new RolesPlace(last, calls == null ? null : upTo(last)).cursor());
    }
    return draft.ends(
        draft.request().upper(), new RolesPlace("", calls == null ? null : upTo(null)).cursor());
  }

  private void readRoles(@Nullable Map<String, Long> calls) {
    try (Session session = server.sessions().first()) {
      List<Object> parameters =
          Arrays.asList(
              RolesPlace.json(calls),
              RolesPlace.json(place.calls()),
              place.after(),
              draft.room(),
              Server.numbers(server.databases().list(session)));
      session.rows("roles", parameters, this::add);
      visit.countCall();
    }
  }

  private boolean add(ResultSet row) throws SQLException {
    seen.put(row.getString(1), row.getLong(3));
    return KeyedRows.add(row.getString(1), row.getString(2), draft);
  }

  /** What is known of all roles: this page's in place of what was known of them before. */
  private SortedMap<String, Long> upTo(@Nullable String last) {
    SortedMap<String, Long> known = new TreeMap<>(place.callsOrNone());
    SortedMap<String, Long> passed = known.tailMap(place.after() + "\0");
    (last == null ? passed : passed.headMap(last + "\0")).clear();
    known.putAll(seen);
    return known;
  }
}
