// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.model.stream.Cursor;
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
  static Fetched page(Session session, String query, List<?> parameters, PageDraft draft) {
    session.rows(
        query, with(parameters, draft), row -> draft.add(row.getString(1), row.getString(2)));
    draft.countCall();
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
        ? draft.goesOn(draft.lastKey(), Place.start().at(draft.lastKey()).cursor())
        : draft.ends(Cursor.start());
  }

  private static String after(FetchRequest request) {
    return Place.of(request.position().position()).after();
  }
}
