// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.ListingSession;
import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.Spending;
import dev.tidemark.http.BodyReader;
import dev.tidemark.http.Call;
import dev.tidemark.http.Conversation;
import dev.tidemark.http.JsonAnswer;
import dev.tidemark.http.JsonShape;
import dev.tidemark.http.Payload;
import dev.tidemark.http.Verb;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The organisation during one fetch: it asks, and counts what it asks. For one thread. */
final class Session implements ListingSession, Spending {
  /** The unit in which the vendor counts. */
  static final String REQUESTS = "api_requests";

  /** Rows the vendor puts into one answer at most. */
  static final int MOST_ROWS = 2_000;

  private final Organisation organisation;
  private final Conversation conversation;
  private long counted;

  Session(Organisation organisation, Conversation conversation) {
    this.organisation = organisation;
    this.conversation = conversation;
  }

  /** Where a query is asked. */
  enum Door {
    /** What is there. */
    QUERY("query"),
    /** What is there, and what lies in the recycle bin. */
    QUERY_ALL("queryAll"),
    /** What describes the organisation. */
    TOOLING("tooling/query");

    private final String resource;

    Door(String resource) {
      this.resource = resource;
    }
  }

  Organisation organisation() {
    return organisation;
  }

  @Override
  public Listings listings() {
    return organisation.listings();
  }

  Conversation conversation() {
    return conversation;
  }

  Identity identity() {
    return organisation.identity(conversation);
  }

  /** The rows of a query, as many as come in one answer; more are asked for by another query. */
  Rows query(Door door, String soql) {
    List<JsonNode> rows = new ArrayList<>();
    JsonShape shape =
        JsonShape.each("/records", row -> rows.add(RawJson.read(row))).and("/done", "/totalSize");
    JsonAnswer answer = read(call(door.resource).query("q", soql), shape);
    boolean whole = answer.text("/done").map(Boolean::parseBoolean).orElse(true);
    return new Rows(rows, whole ? Rows.End.REACHED : Rows.End.AHEAD);
  }

  /** The rows of a type, leaving out what the user may not see where that can be left out. */
  Rows query(Door door, Columns columns, String rest) {
    return seeing(
        columns,
        seen -> {
          List<String> fields = seen.stream().map(Column::soql).toList();
          return query(door, Soql.select(fields, columns.object()) + rest);
        });
  }

  /** Asks for what the user may see of a type: again, where a field that can be left out is not. */
  <T> T seeing(Columns columns, Function<List<Column>, T> question) {
    while (true) {
      List<Column> seen = seen(columns);
      try {
        return question.apply(seen);
      } catch (ConnectorException refusal) {
        hide(columns, seen, refusal);
      }
    }
  }

  private List<Column> seen(Columns columns) {
    return columns.all().stream()
        .filter(it -> !organisation.hidden().contains(columns.object() + "." + it.soql()))
        .toList();
  }

  /** Remembers a field that is hidden and not needed; throws the refusal otherwise. */
  private void hide(Columns columns, List<Column> seen, ConnectorException refusal) {
    String hidden = Failures.hiddenColumn(refusal).orElseThrow(() -> refusal);
    Column column =
        seen.stream()
            .filter(it -> it.need() == Column.Need.OPTIONAL)
            .filter(it -> it.soql().equalsIgnoreCase(hidden))
            .findFirst()
            .orElseThrow(() -> refusal);
    organisation.hidden().add(columns.object() + "." + column.soql());
  }

  /** A resource as a whole. */
  JsonNode get(String resource) {
    return get(resource, Map.of());
  }

  JsonNode get(String resource, Map<String, String> query) {
    return whole(asking(call(resource), query));
  }

  /** What is answered to an order. */
  JsonNode post(String resource, String json) {
    return whole(Call.post(path(resource), Payload.json(json)));
  }

  /** Ends a job; that it has ended already is as good. */
  void abort(String resource) {
    Call call = Call.of(Verb.PATCH, path(resource));
    whole(call.sending(Payload.json("{\"state\":\"Aborted\"}")));
  }

  private JsonNode whole(Call call) {
    JsonAnswer answer = read(call, JsonShape.fields(""));
    return RawJson.read(answer.json(""));
  }

  /** A resource that is no JSON, while it streams by. */
  <T> T stream(String resource, Map<String, String> query, BodyReader<T> reader) {
    counted++;
    return conversation.stream(
        asking(call(resource), query),
        (head, body) -> {
          organisation.allocation().see(head);
          return reader.read(head, body);
        });
  }

  private static Call asking(Call call, Map<String, String> query) {
    Call asking = call;
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      asking = asking.query(parameter.getKey(), parameter.getValue());
    }
    return asking;
  }

  private Call call(String resource) {
    return Call.get(path(resource));
  }

  private String path(String resource) {
    return organisation.version(conversation).path(resource);
  }

  private JsonAnswer read(Call call, JsonShape shape) {
    counted++;
    JsonAnswer answer = conversation.read(call, shape);
    organisation.allocation().see(answer.head());
    return answer;
  }

  @Override
  public long calls() {
    return conversation.calls();
  }

  /** What the vendor counts: asking which releases there are, and for tokens, is free. */
  @Override
  public Cost cost() {
    return counted == 0 ? Cost.none() : Cost.of(REQUESTS, (double) counted);
  }
}
