// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.http.Call;
import dev.tidemark.http.JsonAnswer;
import dev.tidemark.http.JsonShape;
import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result, chunk by chunk. Chunks lie at signed addresses of the vendor's storage,
 * which are asked without the credential, and can be asked for again while the result lasts. One
 * chunk is in memory, as text. For one thread at a time.
 */
final class ResultRows {
  private static final long OVERHEAD = 50;

  private final List<String> columns = new ArrayList<>();
  private List<Bytes> chunk = List.of();
  private long weight;
  private boolean lies;
  private int index;
  private String before;
  private String last;
  private String current;
  private @Nullable String next;

  private ResultRows(String statement, String before) {
    this.before = before;
    this.last = before;
    this.current = Statement.path(statement) + "/result/chunks/0";
  }

  /**
   * Runs a statement.
   *
   * @param before the mark its rows come after
   */
  static ResultRows of(Session session, Query query, String before) {
    JsonAnswer answer = new Statement(session).run(query);
    ResultRows rows = new ResultRows(answer.text("/statement_id").orElse(""), before);
    answer
        .json("/manifest/schema/columns")
        .map(Session::json)
        .ifPresent(all -> all.forEach(it -> rows.columns.add(it.path("name").asText())));
    answer
        .json("/result/external_links")
        .map(Session::json)
        .ifPresent(it -> rows.load(it, session));
    return rows;
  }

  /** The next row; empty after the last. */
  Optional<Row> next(Session session) {
    if (lies) {
      takeUp(session);
    }
    while (index == chunk.size()) {
      if (next == null) {
        return Optional.empty();
      }
      turn(session);
    }
    Row row = row(index++);
    last = mark(row);
    return Optional.of(row);
  }

  /** Goes to the row after a mark; whether that is known without asking again. */
  boolean seek(String mark) {
    if (last.equals(mark)) {
      return true;
    }
    if (before.equals(mark)) {
      index = 0;
      last = mark;
      return true;
    }
    for (int at = 0; at < chunk.size(); at++) {
      if (mark(row(at)).equals(mark)) {
        index = at + 1;
        last = mark;
        return true;
      }
    }
    return false;
  }

  /** Where a row stands among those of its stream. */
  static String mark(Row row) {
    return row.find(SqlText.AT).map(at -> at + "/" + row.key()).orElse(row.key());
  }

  /** What its chunk takes in memory, in bytes. */
  long weight() {
    return weight;
  }

  /** Keeps no chunk: the next row fetches it again. */
  void layDown() {
    chunk = List.of();
    weight = 0;
    lies = true;
  }

  private void takeUp(Session session) {
    int place = index;
    fetch(current, session);
    index = place;
  }

  private void turn(Session session) {
    before = last;
    current = java.util.Objects.requireNonNull(next);
    fetch(current, session);
  }

  private void fetch(String path, Session session) {
    JsonAnswer answer =
        session.conversation().read(Call.get(path), JsonShape.fields("/external_links"));
    load(answer.json("/external_links").map(Session::json).orElseThrow(ResultRows::gone), session);
  }

  private void load(JsonNode links, Session session) {
    List<Bytes> rows = new ArrayList<>();
    next = null;
    for (JsonNode link : links) {
      download(link, rows, session);
      next = link.path("next_chunk_internal_link").textValue();
    }
    chunk = rows;
    weight = rows.stream().mapToLong(row -> OVERHEAD + row.length()).sum();
    lies = false;
    index = 0;
  }

  private Row row(int at) {
    return Row.of(columns, cells(chunk.get(at)));
  }

  private void download(JsonNode link, List<Bytes> rows, Session session) {
    try {
      session.conversation().read(call(link), JsonShape.each("", rows::add));
    } catch (ConnectorException refusal) {
      // Nobody can grant anything there: the address was good for minutes only.
      throw Part.isRefusedBy(refusal) ? gone() : refusal;
    }
  }

  /** The address is a secret of its own, and some storages want headers with it. */
  private static Call call(JsonNode link) {
    Call call = Call.get(link.path("external_link").asText()).anonymously();
    for (Map.Entry<String, JsonNode> header : link.path("http_headers").properties()) {
      call = call.header(header.getKey(), header.getValue().asText());
    }
    return call;
  }

  private static List<@Nullable String> cells(Bytes row) {
    List<@Nullable String> cells = new ArrayList<>();
    Session.json(row).forEach(cell -> cells.add(cell.isNull() ? null : cell.asText()));
    return cells;
  }

  private static ConnectorException gone() {
    return ConnectorException.of(
        Category.TRANSIENT,
        "a chunk of a result is no longer at its address: the statement is run again");
  }
}
