// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.authoring.Column.array;
import static dev.tidemark.authoring.Column.integer;
import static dev.tidemark.authoring.Column.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The account as a whole: a sign of life, how much of it can be seen, and what is missing. */
final class AccountStream implements ViewStream {
  private static final String NAME = "account";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private final AccountEvents events = new AccountEvents();

  @Override
  public StreamDescription description() {
    return Described.history(
        NAME,
        "Account: a sign of life, how much of it can be seen, and which permissions are missing",
        dev.tidemark.spi.StreamKind.SNAPSHOT,
        List.of(),
        MetricNames.HEARTBEAT,
        MetricNames.LAG,
        MetricNames.ELIGIBLE,
        MetricNames.PERMISSION_MISSING,
        MetricNames.ASSET_COUNT);
  }

  @Override
  public List<Column> columns() {
    return List.of(
        text("account", "the account's identifier"),
        array("tables", "kind and number of tables and views of the databases that count"),
        integer("tables_seen", "tables and views of the databases that count"),
        integer("tables_in_all", "tables and views of all databases"),
        integer("users", "users; null where they cannot be seen"),
        Column.time("newest_query", "end of the newest statement shown; null without one in a day"),
        array("invisible", "views that cannot be seen"),
        array("missing_columns", "columns the account does not show, so that facts are missing"),
        Column.time("at", "time of the reading"));
  }

  @Override
  public List<View> needs() {
    return List.of();
  }

  @Override
  public String time() {
    return "at";
  }

  @Override
  public Set<String> optionalColumns() {
    return Set.of();
  }

  @Override
  public List<String> primaryKey() {
    return List.of(NAME);
  }

  @Override
  public String cursor() {
    return "one record, read whole";
  }

  @Override
  public Fetched fetch(Reading reading, PageDraft draft) {
    Instant at = draft.request().upper();
    ObjectNode record = JSON.createObjectNode().put(NAME, reading.stratum());
    tables(record, reading);
    users(record, reading);
    newest(record, reading, at);
    invisible(record, reading);
    record.put("at", at.toString());
    draft.add(NAME, record);
    return draft.ends(at);
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }

  private static void tables(ObjectNode record, Reading reading) {
    if (!reading.visible().shows(View.TABLES, reading.session())) {
      record.putArray("tables");
      return;
    }
    Tally tally = new Tally();
    RowJson json = reading.json(Tally.COLUMNS);
    reading
        .session()
        .rows(
            reading.sql("account_tables"),
            List.of(),
            row -> tally.add(json.of(row), reading.scope()));
    tally.write(record);
  }

  private static void users(ObjectNode record, Reading reading) {
    record.putNull("users");
    if (reading.visible().shows(View.USERS, reading.session())) {
      reading
          .session()
          .rows(
              reading.sql("account_users"),
              List.of(),
              row -> record.put("users", row.getLong(1)).isEmpty());
    }
  }

  private static void newest(ObjectNode record, Reading reading, Instant at) {
    record.putNull("newest_query");
    if (reading.visible().shows(View.QUERY_HISTORY, reading.session())) {
      reading
          .session()
          .rows(
              reading.sql("account_newest"),
              List.of(at.minus(LOOK_BACK)),
              row -> {
                var newest = row.getTimestamp(1);
                record.put("newest_query", newest == null ? null : newest.toInstant().toString());
                return false;
              });
    }
  }

  private static void invisible(ObjectNode record, Reading reading) {
    ArrayNode invisible = record.putArray("invisible");
    ArrayNode missing = record.putArray("missing_columns");
    Set<View> shown = EnumSet.noneOf(View.class);
    for (View view : View.values()) {
      Optional<Boolean> shows = shows(view, reading);
      if (shows.orElse(false)) {
        shown.add(view);
      } else if (shows.isPresent() && !view.isOptional()) {
        invisible.add(view.name());
      }
    }
    SnowflakeStreams.ALL.stream()
        .flatMap(stream -> stream.optionalColumns().stream())
        .filter(column -> shown.contains(View.valueOf(column.substring(0, column.indexOf('.')))))
        .filter(column -> !reading.visible().shows(column, reading.session()))
        .forEach(missing::add);
  }

  /**
   * Whether a view can be seen; empty where the account fails to say, which costs the streams that
   * read it and not this one.
   */
  private static Optional<Boolean> shows(View view, Reading reading) {
    try {
      return Optional.of(reading.visible().shows(view, reading.session()));
    } catch (ConnectorException failure) {
      if (failure.category() == Category.INTERNAL) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Tables by kind. */
  private static final class Tally {
    static final List<Column> COLUMNS =
        List.of(
            text("database_name", ""),
            text("kind", ""),
            Column.flag("is_dynamic", ""),
            Column.flag("is_iceberg", ""),
            Column.flag("is_hybrid", ""),
            integer("tables", ""));

    private final TreeMap<String, Long> kinds = new TreeMap<>();
    private long all;

    boolean add(ObjectNode row, Scope scope) {
      long tables = row.path("tables").asLong();
      all += tables;
      if (scope.wants(row, "database_name")) {
        kinds.merge(TableEvents.kind(Facts.of(row)), tables, Long::sum);
      }
      return true;
    }

    void write(ObjectNode record) {
      ArrayNode list = record.putArray("tables");
      kinds.forEach((kind, tables) -> list.addObject().put("kind", kind).put("tables", tables));
      record.put("tables_seen", kinds.values().stream().mapToLong(Long::longValue).sum());
      record.put("tables_in_all", all);
    }
  }
}
