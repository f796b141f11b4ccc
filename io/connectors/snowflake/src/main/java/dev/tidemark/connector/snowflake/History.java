// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A view that grows by rows with a time, shows them late and changes the newest ones. Rows older
 * than the lookback are settled; the younger ones are the tail, read whole by every pass. Pages
 * follow (time, key), so rows of the same time are neither lost nor read twice.
 *
 * @param sql name of the statement; its rows carry the time and the key
 * @param time the column reading goes by
 * @param key the columns that break ties between rows of the same time
 * @param lookback how long after its time a row may appear or change
 */
record History(
    StreamDescription description,
    List<View> needs,
    List<Column> columns,
    String sql,
    String time,
    List<String> key,
    Duration lookback,
    Completion completion,
    Events events)
    implements SourceStream {
  /** So much is asked for at once while catching up: the rest need not be sorted for a page. */
  private static final Duration SLICE = Duration.ofDays(1);

  /** What statements look back for beyond the rows they return. */
  private static final String SINCE = "#since";

  private static final Duration BEFORE = Duration.ofDays(7);

  @Override
  public Set<String> optionalColumns() {
    return Query.optional(sql);
  }

  @Override
  public List<String> primaryKey() {
    List<String> fields = new ArrayList<>(key);
    fields.add(time);
    return fields;
  }

  @Override
  public String cursor() {
    return time + " ascending, ties broken by " + String.join(", ", key);
  }

  @Override
  public Fetched fetch(Reading reading, PageDraft draft) {
    reading.require(needs);
    Instant upper = draft.request().upper();
    Instant beginning = upper.minus(reading.scope().history());
    ReadPosition position = draft.request().position();
    HistoryPlace settled = HistoryPlace.of(position.settled(), beginning);
    HistoryPlace place = HistoryPlace.of(position.position(), beginning);
    return new HistoryPage(this, reading, draft, settled, place).read();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }

  /** One page. Used once, by one thread. */
  private static final class HistoryPage {
    private final History history;
    private final Reading reading;
    private final PageDraft draft;
    private final Instant settledBefore;
    private final Instant end;
    private HistoryPlace settled;
    private HistoryPlace place;

    HistoryPage(
        History history,
        Reading reading,
        PageDraft draft,
        HistoryPlace settled,
        HistoryPlace place) {
      this.history = history;
      this.reading = reading;
      this.draft = draft;
      this.settled = settled;
      this.place = place;
      Instant upper = draft.request().upper();
      this.settledBefore = later(settled.from(), upper.minus(history.lookback()));
      Instant slice = place.from().plus(SLICE);
      this.end = slice.isBefore(settledBefore) ? slice : upper;
    }

    Fetched read() {
      Keyset keyset = new Keyset(expressions());
      RowJson json = reading.json(history.columns());
      reading.session().rows(sql(keyset), parameters(keyset), row -> add(row, json.of(row)));
      if (draft.isFull()) {
        return goesOn();
      }
      place = HistoryPlace.at(end);
      return end.isBefore(draft.request().upper()) ? goesOn() : ends();
    }

    private boolean add(ResultSet row, ObjectNode record) throws SQLException {
      Instant time = instant(row);
      place = new HistoryPlace(time, key(row));
      boolean isSettled = time.isBefore(settledBefore);
      if (isSettled) {
        settled = place;
      }
      return history.completion().complete(record, reading.scope())
          ? draft.add(
              time + "/" + String.join("/", place.key()),
              isSettled ? Settlement.SETTLED : Settlement.PROVISIONAL,
              record)
          : draft.pass();
    }

    private Fetched goesOn() {
      if (!place.from().isAfter(settledBefore) && place.key().isEmpty()) {
        settled = place;
      } else if (!place.from().isBefore(settledBefore)) {
        settled = HistoryPlace.at(settledBefore);
      }
      ReadPosition next = new ReadPosition(settled.cursor(), place.cursor());
      return draft.page(next, PageDraft.Pass.GOES_ON, null, null, reading.session());
    }

    private Fetched ends() {
      Cursor next = HistoryPlace.at(settledBefore).cursor();
      Instant complete = draft.request().upper().minus(history.description().latency());
      return draft.page(
          ReadPosition.at(next), PageDraft.Pass.ENDS, null, complete, reading.session());
    }

    private String sql(Keyset keyset) {
      String after = place.key().isEmpty() ? "" : " AND " + keyset.after();
      String page = "P.%s >= ? AND P.%s < ?%s".formatted(upperTime(), upperTime(), after);
      return reading.sql(history.sql()).replace(SINCE, "?").replace("#page", page)
          + "\nORDER BY %s\nLIMIT %d".formatted(keyset.order(), draft.room());
    }

    private List<Object> parameters(Keyset keyset) {
      List<Object> parameters = new ArrayList<>();
      if (reading.sql(history.sql()).contains(SINCE)) {
        parameters.add(place.from().minus(BEFORE));
      }
      parameters.add(place.from());
      parameters.add(end);
      if (!place.key().isEmpty()) {
        List<Object> values = new ArrayList<>();
        values.add(place.from());
        values.addAll(place.key());
        parameters.addAll(keyset.parameters(values));
      }
      return parameters;
    }

    private List<String> expressions() {
      List<String> expressions = new ArrayList<>();
      expressions.add("P." + upperTime());
      history.key().forEach(column -> expressions.add(expression(column)));
      return expressions;
    }

    /** Numbers are compared as texts too: the order only has to be the same every time. */
    private String expression(String column) {
      String name = "P." + column.toUpperCase(Locale.ROOT);
      boolean text =
          history.columns().stream()
              .anyMatch(it -> it.name().equals(column) && it.kind() == Column.Kind.TEXT);
      return text ? name : "CAST(" + name + " AS VARCHAR)";
    }

    private List<String> key(ResultSet row) throws SQLException {
      List<String> values = new ArrayList<>();
      for (String column : history.key()) {
        values.add(String.valueOf(row.getString(column.toUpperCase(Locale.ROOT))));
      }
      return values;
    }

    private Instant instant(ResultSet row) throws SQLException {
      var time = row.getTimestamp(upperTime());
      if (time == null) {
        throw ConnectorException.of(
            Category.DATA,
            "a row of " + history.description().name() + " has no " + history.time());
      }
      return time.toInstant();
    }

    private String upperTime() {
      return history.time().toUpperCase(Locale.ROOT);
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
