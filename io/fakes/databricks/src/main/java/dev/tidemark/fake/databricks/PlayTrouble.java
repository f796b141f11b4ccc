// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Trouble;
import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Answers that go wrong, come in masses, or not at all. */
final class PlayTrouble implements ResponseScenes, VolumeScenes {
  private static final int MANY = 200_000;
  private static final int HUGE_TEXT = 10 * 1024 * 1024;
  private static final String HUGE_NUMBER = "9".repeat(400);

  private final FakeDatabricks fake;
  private final Traffic traffic;
  private final PlayRecords records;

  PlayTrouble(FakeDatabricks fake, Traffic traffic, PlayRecords records) {
    this.fake = fake;
    this.traffic = traffic;
    this.records = records;
  }

  @Override
  public Played spoil(String stream, Spoil how) {
    return switch (how) {
      case POISON_RECORD -> lie(stream, "many", JsonNodeFactory.instance.textNode("many"));
      case HUGE_NUMBER ->
          lie(stream, HUGE_NUMBER, BigIntegerNode.valueOf(new BigInteger(HUGE_NUMBER)));
      case HUGE_TEXT -> hugeText(stream);
      case FAILING_STREAM ->
          strike(
              stream,
              Troubles.answer(DatabricksError.of(500, "INTERNAL_ERROR", "Something went wrong.")));
      case HALF_RESPONSE, WRONG_ENCODING, TRUNCATED_COMPRESSION ->
          strike(stream, Troubles.onTheWay(how));
    };
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        error("403 PERMISSION_DENIED", Category.PERMISSION, DatabricksError.denied("a warehouse")),
        error(
            "503 TEMPORARILY_UNAVAILABLE",
            Category.TRANSIENT,
            DatabricksError.of(503, "TEMPORARILY_UNAVAILABLE", "The service is unavailable.")),
        failed("insufficient permissions", Category.PERMISSION, SqlFailure.forbidden("x.y")),
        failed(
            "a warehouse without room",
            Category.RATE_LIMITED,
            new SqlFailure("RESOURCE_EXHAUSTED", "57000", "Too many statements are queued.")),
        new VendorError(
            "a statement somebody cancelled",
            "queries",
            Category.TRANSIENT,
            () ->
                strike(
                    "queries",
                    Troubles.answer(
                        Answer.json(
                            Map.of("statement_id", "x", "status", Map.of("state", "CANCELED")))))),
        new VendorError(
            "an address of a chunk that has expired",
            "queries",
            Category.TRANSIENT,
            this::expireAddresses));
  }

  private void expireAddresses() {
    records.add("queries", 1);
    fake.storage()
        .troubles()
        .always(
            request -> true,
            Troubles.answer(
                Answer.of(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>")));
  }

  @Override
  public void mend() {
    fake.server().troubles().mend();
    fake.storage().troubles().mend();
    fake.runner().lie(null);
  }

  @Override
  public String largest() {
    return "quality";
  }

  @Override
  public int most() {
    return MANY;
  }

  @Override
  public Played fill(int count) {
    fake.chunksOf(2_000);
    fake.engine()
        .run(
            "INSERT INTO DATA.DATA_QUALITY_MONITORING_TABLE_RESULTS (VISIBLE_AT, EVENT_TIME,"
                + " CATALOG_NAME, SCHEMA_NAME, TABLE_NAME, STATUS, FRESHNESS__STATUS,"
                + " COMPLETENESS__STATUS) SELECT TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00Z',"
                + " PUBLIC.TIMESTAMP_MICROS(PUBLIC.UNIX_MICROS(PUBLIC.NOW_THERE()) - X * 1000),"
                + " 'made', 'shop', 'q' || X, 'Healthy', 'Healthy', 'Healthy' FROM SYSTEM_RANGE(1, "
                + count
                + ")");
    return Played.yes();
  }

  @Override
  public Played hang() {
    fake.server().troubles().always(request -> true, Troubles.hanging());
    return Played.yes();
  }

  @Override
  public void release() {
    fake.server().troubles().mend();
    fake.server().release();
  }

  private VendorError error(String name, Category category, Answer answer) {
    return new VendorError(
        name, "queries", category, () -> strike("queries", Troubles.answer(answer)));
  }

  private VendorError failed(String name, Category category, SqlFailure failure) {
    return error(
        name,
        category,
        Answer.json(
            Map.of(
                "statement_id",
                "x",
                "status",
                Map.of(
                    "state",
                    "FAILED",
                    "sql_state",
                    failure.state(),
                    "error",
                    Map.of("error_code", failure.code(), "message", failure.message())))));
  }

  private Played strike(String stream, Trouble trouble) {
    fake.server().troubles().always(traffic.requests(stream), trouble);
    return Played.yes();
  }

  /** The last record has something else where a number should be. */
  private Played lie(String stream, String cell, JsonNode value) {
    switch (stream) {
      case "account" -> {
        return Played.not("it is made of counts, which are what they are");
      }
      case "quality" -> {
        return Played.not("its only number is the time its rows are sorted by");
      }
      case "principals" -> put(World.Kind.USERS, stream, "active", value);
      case "endpoints" -> put(World.Kind.ENDPOINTS, stream, "creation_timestamp", value);
      case "models" -> put(World.Kind.MODELS, stream, "created_at", value);
      default -> {
        records.add(stream, 1);
        fake.runner().lie(new SqlRunner.Lie(Traffic.statements(stream), cell));
      }
    }
    return Played.yes();
  }

  private Played hugeText(String stream) {
    String text = "x".repeat(HUGE_TEXT);
    JsonNode value = JsonNodeFactory.instance.textNode(text);
    switch (stream) {
      case "principals" -> put(World.Kind.USERS, stream, "userName", value);
      case "endpoints" -> put(World.Kind.ENDPOINTS, stream, "creator", value);
      case "models" -> put(World.Kind.MODELS, stream, "comment", value);
      default -> {
        return Played.not("of texts people write only whether they are there is asked for");
      }
    }
    return Played.yes();
  }

  private void put(World.Kind kind, String stream, String field, JsonNode value) {
    records.add(stream, 1);
    ObjectNode last = fake.world().find(kind, fake.world().last(kind));
    last.set(field, value);
  }
}
