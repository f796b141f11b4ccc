// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
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
import org.jspecify.annotations.Nullable;

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
    implements SourceStream {
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
    String after = after(draft.request().position().position());
    String[] last = {after};
    RowJson json = reading.json(columns);
    Instant at = draft.request().upper();
    reading
        .session()
        .rows(
            sql(reading, draft),
            List.of(Long.valueOf(after)),
            row -> {
              last[0] = number(row);
              return add(draft, reading, last[0], json.of(row).put("at", at.toString()));
            });
    return page(reading, draft, after, last[0]);
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }

  private Fetched page(Reading reading, PageDraft draft, String after, String last) {
    Session session = reading.session();
    @Nullable String lower = after.equals(BEFORE_ALL) ? null : padded(after);
    if (draft.isFull()) {
      ReadPosition next = ReadPosition.at(new Cursor("{\"after\":\"" + last + "\"}"));
      KeyRange range = new KeyRange(lower, padded(last));
      return draft.page(next, PageDraft.Pass.GOES_ON, range, null, session);
    }
    Instant complete = draft.request().upper().minus(description.latency());
    ReadPosition start = ReadPosition.at(Cursor.start());
    return draft.page(start, PageDraft.Pass.ENDS, new KeyRange(lower, null), complete, session);
  }

  private boolean add(PageDraft draft, Reading reading, String number, ObjectNode record) {
    return completion.complete(record, reading.scope())
        ? draft.add(padded(number), Settlement.SETTLED, record)
        : draft.pass();
  }

  private String sql(Reading reading, PageDraft draft) {
    String column = "P." + key.toUpperCase(Locale.ROOT);
    return reading.sql(sql).replace("#page", column + " > ?")
        + "\nORDER BY %s\nLIMIT %d".formatted(column, draft.room());
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
    if (cursor.equals(Cursor.start())) {
      return BEFORE_ALL;
    }
    String after = cursor.json().replaceAll("\\D", "");
    if (!after.matches("\\d{1,19}")) {
      throw ConnectorException.of(
          Category.DATA, "the stream's cursor is not one of snowflake: reset the stream");
    }
    return after;
  }
}
