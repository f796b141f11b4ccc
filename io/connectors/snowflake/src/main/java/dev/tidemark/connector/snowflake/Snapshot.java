// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Place;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A view of what there is, read whole by every pass in the order of a number that identifies its
 * rows; what is marked as deleted is not read, so it is gone. Each page speaks for a range of keys.
 *
 * @param sql name of the statement; its rows carry the key
 * @param key the column that identifies a row, a number
 */
record Snapshot(
    StreamDescription description,
    List<View> needs,
    List<Column> columns,
    String sql,
    String key,
    Completion completion,
    Events events)
    implements ViewStream {
  private static final String BEFORE_ALL = "-1";

  @Override
  public String time() {
    return "at";
  }

  @Override
  public Set<String> optionalColumns() {
    return Query.optional(sql);
  }

  @Override
  public List<String> primaryKey() {
    return List.of(key);
  }

  @Override
  public String cursor() {
    return key + " ascending, unique";
  }

  @Override
  public Fetched fetch(Reading reading, PageDraft draft) {
    reading.require(needs);
    Instant upper = draft.request().upper();
    String after = after(draft.request().position().position());
    draft.startAfter(after.equals(BEFORE_ALL) ? "" : padded(after));
    FoundRows rows =
        reading
            .kept()
            .take(description.name(), upper, List.of(after))
            .orElseGet(() -> ask(reading, draft, after));
    String last = after;
    while (!rows.isEmpty() && !draft.isFull()) {
      last = tell(rows.next(), draft);
    }
    if (!rows.isEmpty()) {
      reading.kept().keep(description.name(), upper, rows);
      return goesOn(draft, last);
    }
    return rows.isWhole() ? ends(draft) : goesOn(draft, last);
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }

  private static Fetched goesOn(PageDraft draft, String last) {
    return draft.goesOn(padded(last), new Place(last, Place.Skipped.NOTHING).cursor());
  }

  private Fetched ends(PageDraft draft) {
    return draft.ends(draft.request().upper().minus(description.latency()));
  }

  private FoundRows ask(Reading reading, PageDraft draft, String after) {
    int most = reading.kept().pace(description.name()).rows(draft.room());
    Instant at = draft.request().upper();
    RowJson json = reading.json(columns);
    return reading.found(
        description.name(),
        new Reading.Ask(sql(reading, most), List.of(Long.valueOf(after)), most),
        new FoundRows(reading.kept().room(), draft.room(), List.of(after), at),
        row -> found(row, json, reading, at));
  }

  private FoundRows.Row found(ResultSet row, RowJson json, Reading reading, Instant at)
      throws SQLException {
    List<String> place = List.of(number(row));
    ObjectNode record = json.of(row).put("at", at.toString());
    boolean wanted = completion.complete(record, reading.scope());
    return new FoundRows.Row(place, wanted ? Bytes.utf8(record.toString()) : null);
  }

  private static String tell(FoundRows.Row row, PageDraft draft) {
    String number = row.place().get(0);
    Bytes record = row.record();
    if (record == null) {
      draft.count(1);
    } else {
      draft.add(padded(number), record, Settlement.SETTLED);
    }
    return number;
  }

  private String sql(Reading reading, int most) {
    String column = "P." + key.toUpperCase(Locale.ROOT);
    return reading.sql(sql).replace("#page", column + " > ?")
        + "\nORDER BY %s\nLIMIT %d".formatted(column, most);
  }

  private String number(ResultSet row) throws SQLException {
    String number = row.getString(key.toUpperCase(Locale.ROOT));
    if (number == null || !number.matches("\\d{1,19}")) {
      throw ConnectorException.of(
          Category.DATA, "a row of " + description.name() + " has no number " + key);
    }
    return number;
  }

  /** Keys are compared by bytes: with zeros before them numbers keep their order. */
  private static String padded(String number) {
    return "0".repeat(19 - number.length()) + number;
  }

  private static String after(Cursor cursor) {
    String after = Place.of(cursor).after();
    if (after.isEmpty()) {
      return BEFORE_ALL;
    }
    if (!after.matches("\\d{1,19}")) {
      throw Cursors.foreign();
    }
    return after;
  }
}
