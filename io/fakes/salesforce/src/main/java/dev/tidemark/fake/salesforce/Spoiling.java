// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Trouble;
import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;

/** Answers go wrong. */
final class Spoiling implements ResponseScenes {
  private static final int HUGE = 10 << 20;

  private final FakeServer server;
  private final Rows rows;

  Spoiling(FakeServer server, Rows rows) {
    this.server = server;
    this.rows = rows;
  }

  @Override
  public Played spoil(String stream, Spoil how) {
    return switch (how) {
      case POISON_RECORD -> put(stream, IntNode.valueOf(42));
      case HUGE_NUMBER -> put(stream, BigIntegerNode.valueOf(BigInteger.TEN.pow(400)));
      case HUGE_TEXT -> put(stream, TextNode.valueOf("x".repeat(HUGE)));
      case FAILING_STREAM ->
          strike(
              stream, Troubles.answer(Json.error(500, "UNKNOWN_EXCEPTION", "An unexpected error")));
      case HALF_RESPONSE, WRONG_ENCODING, TRUNCATED_COMPRESSION ->
          strike(stream, Troubles.onTheWay(how));
    };
  }

  private Played strike(String stream, Trouble trouble) {
    server.troubles().always(Requests.of(stream), trouble);
    return Played.yes();
  }

  /** A record more, with a value no schema foresees. */
  private Played put(String stream, JsonNode value) {
    String field = field(stream);
    if (field.isEmpty()) {
      return Played.not("its records are put together from many answers, each read with its types");
    }
    rows.add(stream, 1);
    String id = rows.newest(stream);
    rows.spoil(
        stream,
        id,
        stream.equals("reads")
            ? row -> row.put(field, LogEvents.API.timed(value.asText()))
            : row -> Json.put(row, field, value));
    return Played.yes();
  }

  private static String field(String stream) {
    return switch (stream) {
      case "users" -> "UserType";
      case "logins" -> "Status";
      case "setup_changes" -> "Section";
      case "grants" -> "PermissionSet.Name";
      case "agents" -> "DeveloperName";
      case "reads" -> NewRows.CONTENT;
      default -> "";
    };
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        error(403, "REQUEST_LIMIT_EXCEEDED", Category.RATE_LIMITED),
        error(401, "INVALID_SESSION_ID", Category.AUTH),
        error(503, "SERVER_UNAVAILABLE", Category.TRANSIENT),
        error(500, "UNKNOWN_EXCEPTION", Category.TRANSIENT),
        error(400, "QUERY_TIMEOUT", Category.TRANSIENT),
        error(400, "INVALID_QUERY_LOCATOR", Category.TRANSIENT),
        error(400, "INVALID_FIELD", Category.PERMISSION),
        error(400, "INVALID_TYPE", Category.PERMISSION),
        error(403, "INSUFFICIENT_ACCESS", Category.PERMISSION),
        error(403, "API_DISABLED_FOR_ORG", Category.PERMISSION),
        error(400, "MALFORMED_QUERY", Category.INTERNAL));
  }

  private VendorError error(int status, String code, Category category) {
    Answer answer = Json.error(status, code, "As the service words it");
    return new VendorError(
        code,
        "users",
        category,
        () -> server.troubles().always(Requests.of("users"), Troubles.answer(answer)));
  }

  @Override
  public void mend() {
    server.troubles().mend();
    rows.takeBackSpoiled();
  }

  /** The answer, whose next page is elsewhere. */
  static Answer relinked(Answer answer, URI target) {
    try {
      JsonNode result = Answer.JSON.readTree(answer.text());
      if (!(result instanceof ObjectNode object) || !object.has("records")) {
        return answer;
      }
      object.put("done", false).put("nextRecordsUrl", target.toString());
      return Answer.json(object);
    } catch (JsonProcessingException noJson) {
      return answer;
    }
  }
}
