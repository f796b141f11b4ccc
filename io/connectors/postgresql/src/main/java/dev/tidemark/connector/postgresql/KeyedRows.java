// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Place;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.util.ArrayList;
import java.util.List;

/** Pages of a stream that one database answers: rows after a key, in the order of keys. */
final class KeyedRows {
  private KeyedRows() {}

  /**
   * Reads a page.
   *
   * @param query selects key and record; its last two parameters are the key to go on after and the
   *     number of rows
   */
  static Fetched page(
      Visit visit, Session session, String query, List<?> parameters, PageDraft draft) {
    session.rows(
        query, with(parameters, draft), row -> add(row.getString(1), row.getString(2), draft));
    visit.countCall();
    return close(draft);
  }

  /** The query's parameters, and in them where the page starts. */
  static List<Object> with(List<?> parameters, PageDraft draft) {
    String after = after(draft.request());
    draft.startAfter(after);
    List<Object> all = new ArrayList<>(parameters);
    all.add(after);
    all.add(draft.room());
    return all;
  }

  /** Ends a page: a full one may have more after it. */
  static Fetched close(PageDraft draft) {
    return draft.isFull()
        ? draft.goesOn(draft.lastKey(), new Place(draft.lastKey(), Skipped.NOTHING).cursor())
        : draft.ends(draft.request().upper());
  }

  /** Adds a record the server wrote as JSON; answers whether there is room for another. */
  static boolean add(String key, String json, PageDraft draft) {
    draft.add(key, Bytes.utf8(json), Settlement.SETTLED);
    return !draft.isFull();
  }

  private static String after(FetchRequest request) {
    return Place.of(request.position().position()).after();
  }
}
