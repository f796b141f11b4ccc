// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One page of a history: what the statement before it found and no page has told, or what one finds
 * that is run now. Used once, by one thread.
 */
final class HistoryPage {
  /** So that a page ends in time where nearly no row is wanted. */
  private static final int MOST_STATEMENTS = 12;

  private final History history;
  private final Reading reading;
  private final PageDraft draft;
  private final Instant upper;
  private final Instant settledBefore;
  private HistoryPlace settled;
  private HistoryPlace place;
  private int asked;

  HistoryPage(
      History history, Reading reading, PageDraft draft, HistoryPlace settled, HistoryPlace place) {
    this.history = history;
    this.reading = reading;
    this.draft = draft;
    this.settled = settled;
    this.place = place;
    this.upper = draft.request().upper();
    this.settledBefore = later(settled.from(), upper.minus(history.lookback()));
  }

  Fetched read() {
    FoundRows rows = reading.kept().take(stream(), upper, mark(place)).orElseGet(this::ask);
    tell(rows);
    while (rows.isEmpty() && isUnfinished()) {
      rows = ask();
      tell(rows);
    }
    if (isAtEnd()) {
      return ends();
    }
    if (!rows.isEmpty()) {
      reading.kept().keep(stream(), upper, rows);
    }
    return goesOn();
  }

  /** Whether to fill the page by one more statement: where it ends is up to the rows alone. */
  private boolean isUnfinished() {
    return !isAtEnd()
        && !draft.isFull()
        && asked < MOST_STATEMENTS
        && !reading.session().wouldWakeTooEarly();
  }

  private boolean isAtEnd() {
    return !place.from().isBefore(upper);
  }

  private void tell(FoundRows rows) {
    while (!rows.isEmpty() && !draft.isFull()) {
      tell(rows.next());
    }
    if (rows.isEmpty() && rows.isWhole()) {
      place = HistoryPlace.at(rows.end());
    }
  }

  private FoundRows ask() {
    asked++;
    Pace pace = reading.kept().pace(stream());
    Keyset keyset = new Keyset(expressions());
    RowJson json = reading.json(history.columns());
    int most = pace.rows(draft.room());
    Instant end = end(pace);
    return reading.found(
        stream(),
        new Reading.Ask(sql(keyset, most), parameters(keyset, end), most),
        new FoundRows(reading.kept().room(), draft.room(), mark(place), end),
        row -> found(row, json));
  }

  /** While catching up a statement covers some time, so that the rest is not sorted for it. */
  private Instant end(Pace pace) {
    Instant slice = place.from().plus(pace.span());
    return slice.isBefore(settledBefore) ? slice : upper;
  }

  private FoundRows.Row found(ResultSet row, RowJson json) throws SQLException {
    List<String> mark = mark(new HistoryPlace(instant(row), key(row)));
    var record = json.of(row);
    boolean wanted = history.completion().complete(record, reading.scope());
    return new FoundRows.Row(mark, wanted ? Bytes.utf8(record.toString()) : null);
  }

  private void tell(FoundRows.Row row) {
    Instant time = Instant.parse(row.place().get(0));
    place = new HistoryPlace(time, row.place().subList(1, row.place().size()));
    boolean isSettled = time.isBefore(settledBefore);
    if (isSettled) {
      settled = place;
    }
    Bytes record = row.record();
    if (record == null) {
      draft.count(1);
    } else {
      draft.add(
          String.join("/", row.place()),
          record,
          isSettled ? Settlement.SETTLED : Settlement.PROVISIONAL);
    }
  }

  private String stream() {
    return history.description().name();
  }

  private static List<String> mark(HistoryPlace place) {
    List<String> mark = new ArrayList<>();
    mark.add(place.from().toString());
    mark.addAll(place.key());
    return mark;
  }

  private Fetched goesOn() {
    if (!place.from().isAfter(settledBefore) && place.key().isEmpty()) {
      settled = place;
    } else if (!place.from().isBefore(settledBefore)) {
      settled = HistoryPlace.at(settledBefore);
    }
    ReadPosition next = new ReadPosition(settled.cursor(), place.cursor());
    return draft.told(next, PageDraft.More.YES, null);
  }

  private Fetched ends() {
    Cursor next = HistoryPlace.at(settledBefore).cursor();
    Instant complete = upper.minus(history.description().latency());
    return draft.told(ReadPosition.at(next), PageDraft.More.NO, complete);
  }

  private String sql(Keyset keyset, int most) {
    String after = place.key().isEmpty() ? "" : " AND " + keyset.after();
    String page = "P.%s >= ? AND P.%s < ?%s".formatted(upperTime(), upperTime(), after);
    return reading.sql(history.sql()).replace(History.SINCE, "?").replace("#page", page)
        + "\nORDER BY %s\nLIMIT %d".formatted(keyset.order(), most);
  }

  private List<Object> parameters(Keyset keyset, Instant end) {
    List<Object> parameters = new ArrayList<>();
    if (reading.sql(history.sql()).contains(History.SINCE)) {
      parameters.add(place.from().minus(History.BEFORE));
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
          Category.DATA, "a row of " + history.description().name() + " has no " + history.time());
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
