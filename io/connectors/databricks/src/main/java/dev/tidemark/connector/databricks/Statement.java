// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.tidemark.http.Call;
import dev.tidemark.http.JsonAnswer;
import dev.tidemark.http.JsonShape;
import dev.tidemark.http.Payload;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.Set;

/**
 * A statement from its order to its end. The warehouse may take minutes to start, so it is asked
 * for again and again; an interruption cancels it, for to stop asking would not.
 */
final class Statement {
  private static final String PATH = "/api/2.0/sql/statements/";
  private static final Set<String> UNDERWAY = Set.of("PENDING", "RUNNING");

  /** How often one asks whether a statement has ended; what a question fails with is final. */
  private static final RetryPolicy<JsonAnswer> UNTIL_ENDED =
      RetryPolicy.<JsonAnswer>builder()
          .handleResultIf(Statement::isUnderWay)
          .abortOn(RuntimeException.class)
          .withBackoff(Duration.ofMillis(500), Duration.ofSeconds(5))
          .withMaxRetries(-1)
          .build();

  private static final JsonShape STATUS =
      JsonShape.fields(
          "/statement_id",
          "/status",
          "/manifest/schema/columns",
          "/manifest/truncated",
          "/result/external_links");

  private final Session session;

  Statement(Session session) {
    this.session = session;
  }

  /** Where a statement is asked for. */
  static String path(String id) {
    return PATH + Call.segment(id);
  }

  /** Runs it, and answers what leads to its result. */
  JsonAnswer run(Query query) {
    Warehouse warehouse = Warehouse.of(session);
    warehouse.allow(session);
    session.pay(warehouse.afterwards());
    long began = System.nanoTime();
    try {
      return ended(session.conversation().read(order(query), STATUS));
    } finally {
      session.pay(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private JsonAnswer ended(JsonAnswer answer) {
    JsonAnswer latest =
        isUnderWay(answer) ? awaited(answer.text("/statement_id").orElse("")) : answer;
    JsonNode status = status(latest);
    if (!status.path("state").asText().equals("SUCCEEDED")) {
      throw failure(status);
    }
    if (latest.text("/manifest/truncated").filter("true"::equals).isPresent()) {
      throw ConnectorException.of(
          Category.UNSUPPORTED, "a result was cut off by the vendor's limit: shorten history");
    }
    return latest;
  }

  private JsonAnswer awaited(String id) {
    try {
      Call question = Call.get(path(id));
      return Failsafe.with(UNTIL_ENDED).get(() -> session.conversation().read(question, STATUS));
    } catch (FailsafeException stopped) {
      cancel(id);
      Thread.currentThread().interrupt();
      throw ConnectorException.of(
          Category.TRANSIENT, "interrupted while a statement ran: it was cancelled");
    }
  }

  private static boolean isUnderWay(JsonAnswer answer) {
    return UNDERWAY.contains(status(answer).path("state").asText());
  }

  private static ConnectorException failure(JsonNode status) {
    String state = status.path("state").asText("without a state");
    return Failures.ofStatement(
        status.path("error").path("error_code").asText(state),
        status.path("sql_state").asText(""),
        status.path("error").path("message").asText("no message"));
  }

  private static JsonNode status(JsonAnswer answer) {
    return answer
        .json("/status")
        .map(Session::json)
        .orElseThrow(
            () ->
                ConnectorException.of(
                    Category.DATA, "a statement's answer has no status: it is tried again later"));
  }

  private Call order(Query query) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order
        .put("statement", query.text())
        .put("warehouse_id", session.platform().account().warehouse())
        .put("disposition", "EXTERNAL_LINKS")
        .put("format", "JSON_ARRAY")
        .put("wait_timeout", "10s")
        .put("on_wait_timeout", "CONTINUE")
        .set("parameters", query.json());
    return Call.post("/api/2.0/sql/statements", Payload.json(order.toString()));
  }

  private void cancel(String id) {
    try {
      session
          .platform()
          .cancelling()
          .converse()
          .send(Call.post(path(id) + "/cancel", Payload.json("{}")));
    } catch (ConnectorException unheard) {
      // The vendor ends it by itself when nobody has asked for it in 15 minutes.
    }
  }
}
