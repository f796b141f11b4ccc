// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.PageDraft.More;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of rows in the order of a time and, where that is equal, of their identifiers. Rows as
 * new as the lookback are the tail, as transactions show with the time they began. A page is a
 * query of its own and needs no locator, which could have died.
 *
 * @param time the column rows are sorted by
 * @param lookback how late rows may show
 * @param since where reading begins
 */
record KeysetPass(Session.Door door, Columns columns, Column time, Duration lookback, Since since) {
  /** Before the first organisation of all. */
  private static final Instant EVER = Instant.parse("1999-01-01T00:00:00Z");

  /** Where reading begins. */
  enum Since {
    /** What happened longer ago is left alone. */
    HISTORY,
    /** What is there is there, whenever it last changed. */
    EVER
  }

  /** What becomes of the rows of a page, in their order, once all is known of them. */
  interface Sink {
    void add(List<Found> found, PageDraft draft);
  }

  /**
   * A row.
   *
   * @param settlement whether it can no longer be joined by earlier ones
   */
  record Found(String id, Instant at, ObjectNode record, Settlement settlement, JsonNode row) {}

  /** Looks up what belongs to rows and is not in them. */
  interface Completion {
    void complete(Session session, List<Found> found);
  }

  /** Each as a record. */
  static void addAll(List<Found> found, PageDraft draft) {
    found.forEach(it -> draft.add(it.id(), it.record(), it.settlement()));
  }

  Fetched page(Session session, PageDraft draft, Completion completion, Sink sink) {
    Instant upper = draft.request().upper();
    HistoryPlace from =
        HistoryPlace.of(draft.request().position().position(), beginning(session, upper));
    int limit = Math.min(draft.room(), Session.MOST_ROWS);
    Rows rows = session.query(door, columns, rest(from, upper, limit));
    List<Found> found = within(rows.all().stream().map(row -> found(row, upper)).toList(), draft);
    completion.complete(session, found);
    sink.add(found, draft);
    boolean more = !found.isEmpty() && (found.size() < rows.all().size() || rows.goOn(limit));
    return ended(found, more ? More.YES : More.NO, draft);
  }

  private Instant beginning(Session session, Instant upper) {
    return since == Since.EVER ? EVER : upper.minus(session.organisation().history());
  }

  private String rest(HistoryPlace from, Instant upper, int limit) {
    String field = time.soql();
    String first = Soql.time(from.from());
    String behind =
        from.key().isEmpty()
            ? "%s >= %s".formatted(field, first)
            : "(%s > %s OR (%s = %s AND Id > %s))"
                .formatted(field, first, field, first, Soql.text(from.key().get(0)));
    return " WHERE %s AND %s <= %s ORDER BY %s, Id LIMIT %d"
        .formatted(behind, field, Soql.time(upper), field, limit);
  }

  private Found found(JsonNode row, Instant upper) {
    String id = row.path("Id").asText();
    Instant at = SalesforceTime.of(row.path(time.soql())).orElseThrow(() -> timeless(id));
    Settlement settlement =
        at.isAfter(upper.minus(lookback)) ? Settlement.PROVISIONAL : Settlement.SETTLED;
    ObjectNode record = columns.record(row).put("at", at.toString());
    return new Found(id, at, record, settlement, row);
  }

  private ConnectorException timeless(String id) {
    return ConnectorException.of(
        Category.DATA,
        "%s %s has no %s, by which rows are read: report it to the vendor"
            .formatted(columns.object(), id, time.soql()));
  }

  /** As many as the page may hold by bytes, and one at least. */
  private static List<Found> within(List<Found> all, PageDraft draft) {
    List<Found> some = new ArrayList<>();
    long bytes = 0;
    for (Found found : all) {
      some.add(found);
      bytes += found.record().toString().length();
      if (bytes >= draft.request().maximumBytes()) {
        return some;
      }
    }
    return some;
  }

  private Fetched ended(List<Found> found, More more, PageDraft draft) {
    Cursor settled =
        found.stream()
            .filter(it -> it.settlement() == Settlement.SETTLED)
            .reduce((first, second) -> second)
            .map(KeysetPass::cursor)
            .orElse(draft.request().position().settled());
    if (more == More.NO) {
      return draft.told(ReadPosition.at(settled), more, draft.request().upper().minus(lookback));
    }
    return draft.told(new ReadPosition(settled, cursor(found.get(found.size() - 1))), more, null);
  }

  private static Cursor cursor(Found found) {
    return new HistoryPlace(found.at(), List.of(found.id())).cursor();
  }
}
