// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.PageDraft;
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

/** One page of a history. Used once, by one thread. */
final class HistoryPage {
  private final History history;
  private final Reading reading;
  private final PageDraft draft;
  private final RowLimit limit;
  private final Instant settledBefore;
  private final Instant end;
  private HistoryPlace settled;
  private HistoryPlace place;

  HistoryPage(
      History history, Reading reading, PageDraft draft, HistoryPlace settled, HistoryPlace place) {
    this.history = history;
    this.reading = reading;
    this.draft = draft;
    this.limit = new RowLimit(draft);
    this.settled = settled;
    this.place = place;
    Instant upper = draft.request().upper();
    this.settledBefore = later(settled.from(), upper.minus(history.lookback()));
    Instant slice = place.from().plus(History.SLICE);
    this.end = slice.isBefore(settledBefore) ? slice : upper;
  }

  Fetched read() {
    Keyset keyset = new Keyset(expressions());
    RowJson json = reading.json(history.columns());
    reading.session().rows(sql(keyset), parameters(keyset), row -> add(row, json.of(row)));
    if (limit.isReached()) {
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
    if (history.completion().complete(record, reading.scope())) {
      draft.add(
          time + "/" + String.join("/", place.key()),
          record,
          isSettled ? Settlement.SETTLED : Settlement.PROVISIONAL);
    } else {
      draft.count(1);
    }
    return limit.passed();
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
    Instant complete = draft.request().upper().minus(history.description().latency());
    return draft.told(ReadPosition.at(next), PageDraft.More.NO, complete);
  }

  private String sql(Keyset keyset) {
    String after = place.key().isEmpty() ? "" : " AND " + keyset.after();
    String page = "P.%s >= ? AND P.%s < ?%s".formatted(upperTime(), upperTime(), after);
    return reading.sql(history.sql()).replace(History.SINCE, "?").replace("#page", page)
        + "\nORDER BY %s\nLIMIT %d".formatted(keyset.order(), limit.rows());
  }

  private List<Object> parameters(Keyset keyset) {
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
