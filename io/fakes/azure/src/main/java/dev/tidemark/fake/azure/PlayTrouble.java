// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.spi.Category;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Trouble;
import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Answers that go wrong, come in masses, or not at all. */
final class PlayTrouble implements ResponseScenes, VolumeScenes {
  private static final int HUGE = 10 << 20;
  private static final int MANY = 200_000;
  private static final int LARGE_PAGES = 1_000;

  private final FakeAzure fake;
  private final PlayRecords records;

  PlayTrouble(FakeAzure fake, PlayRecords records) {
    this.fake = fake;
    this.records = records;
  }

  @Override
  public Played spoil(String stream, Spoil how) {
    if (stream.equals("account")) {
      return Played.not("it is counted from answers of which other streams are made as well");
    }
    return switch (how) {
      case POISON_RECORD -> lie(stream, TextNode.valueOf("many"));
      case HUGE_NUMBER -> lie(stream, BigIntegerNode.valueOf(BigInteger.TEN.pow(400)));
      case HUGE_TEXT -> lie(stream, TextNode.valueOf("x".repeat(HUGE)));
      case FAILING_STREAM ->
          strike(
              stream,
              Troubles.answer(AzureError.of(500, "InternalServerError", "Something failed.")));
      case HALF_RESPONSE, WRONG_ENCODING, TRUNCATED_COMPRESSION ->
          strike(stream, Troubles.onTheWay(how));
    };
  }

  private Played strike(String stream, Trouble trouble) {
    fake.server().troubles().always(Traffic.own(stream), trouble);
    fake.blobServer().troubles().always(Traffic.own(stream), trouble);
    fake.mapServer().troubles().always(Traffic.own(stream), trouble);
    return Played.yes();
  }

  /** A record more, with a value no schema foresees. */
  private Played lie(String stream, JsonNode value) {
    records.add(stream, 1);
    String id = records.newest(stream);
    switch (stream) {
      case "storage_accounts" ->
          records
              .find(Kind.BLOB_SERVICE, id + "/blobServices/default")
              .withObject("/properties/deleteRetentionPolicy")
              .set("days", value);
      case "containers" ->
          records
              .find(Kind.CONTAINER, id)
              .withObject("/properties")
              .set("publicAccess", odd(value));
      case "pipeline_runs" -> run(Long.parseLong(id), value);
      case "ml_endpoints" ->
          records
              .find(Kind.ENDPOINT, id)
              .withObject("/properties")
              .set("provisioningState", odd(value));
      case "ml_models" ->
          records
              .find(Kind.VERSION, id + "/versions/1")
              .withObject("/properties")
              .set("isArchived", value);
      case "role_assignments" ->
          records
              .find(Kind.ROLE_ASSIGNMENT, id)
              .withObject("/properties")
              .set("principalType", odd(value));
      case "secure_scores" ->
          records
              .find(Kind.SECURE_SCORE, id)
              .withObject("/properties/score")
              .set("percentage", value);
      case "catalogue" -> records.find(Kind.CATALOGUED, id).set("name", odd(value));
      case "costs" -> cost(Long.parseLong(id), value);
      default -> {
        return Played.not("none of its fields can be told otherwise");
      }
    }
    return Played.yes();
  }

  /** What is no text. */
  private static JsonNode odd(JsonNode value) {
    return value.isTextual() ? IntNode.valueOf(42) : value;
  }

  private void cost(long number, JsonNode value) {
    Instant now = fake.server().clock().instant();
    fake.world().bill().change(Examples.line(number, now, 1.25), Examples.line(number, now, value));
  }

  private void run(long number, JsonNode value) {
    ObjectNode run = Examples.run(number, fake.server().clock().instant());
    run.set("durationInMs", value);
    fake.world().runs().put(Made.factory(Examples.FACTORY), run);
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        error(401, "InvalidAuthenticationTokenTenant", Category.AUTH),
        error(403, "AuthorizationFailed", Category.PERMISSION),
        error(409, "MissingSubscriptionRegistration", Category.UNSUPPORTED),
        error(429, "SubscriptionRequestsThrottled", Category.RATE_LIMITED),
        error(500, "InternalServerError", Category.TRANSIENT),
        error(503, "ServiceUnavailable", Category.TRANSIENT),
        error(504, "GatewayTimeout", Category.TRANSIENT));
  }

  /** Subscriptions are asked for by every stream. */
  private VendorError error(int status, String code, Category category) {
    Answer answer = AzureError.of(status, code, "As the service words it.");
    return new VendorError(
        code,
        "storage_accounts",
        category,
        () -> fake.server().troubles().always(Traffic.own("account"), Troubles.answer(answer)));
  }

  @Override
  public void mend() {
    fake.server().troubles().mend();
    fake.blobServer().troubles().mend();
    fake.mapServer().troubles().mend();
  }

  @Override
  public String largest() {
    return "pipeline_runs";
  }

  @Override
  public int most() {
    return MANY;
  }

  /** A millisecond apart, up to now. */
  @Override
  public Played fill(int count) {
    if (fake.server().clock() instanceof VirtualClock virtual) {
      virtual.advance(Duration.ofMillis(count));
    }
    Instant first = fake.server().clock().instant().minusMillis(count);
    Examples.fill(fake.world(), first);
    fake.world().pageSize(LARGE_PAGES);
    fake.world()
        .runs()
        .fill(
            Made.factory(Examples.FACTORY),
            first,
            count,
            number -> Examples.run(number, first.plusMillis(number)));
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
}
