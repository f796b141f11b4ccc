// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Elsewhere;
import dev.tidemark.testkit.fake.FakeStage;
import dev.tidemark.testkit.fake.ReusableCredential;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workspace as connectors are examined against it. */
final class DatabricksStage extends FakeStage {
  private static final int MOST_CANARIES = 25;

  private final FakeDatabricks fake;

  private DatabricksStage(InstantSource clock, FakeDatabricks fake, List<?> parts) {
    super(clock, parts);
    this.fake = fake;
  }

  static DatabricksStage of(InstantSource clock, FakeDatabricks fake) {
    Traffic traffic = new Traffic(fake.sql());
    PlayRecords records = new PlayRecords(fake, traffic);
    Elsewhere elsewhere =
        new Elsewhere(
            fake.server(),
            traffic::requests,
            DatabricksStage::relinked,
            List.of(unallowed("http://127.0.0.1:9"), unallowed("https://169.254.169.254")));
    return new DatabricksStage(
        clock,
        fake,
        List.of(
            records,
            new PlayAccess(fake, records, () -> settings(fake)),
            new PlayTrouble(fake, traffic, records),
            fake.throttling(),
            new ReusableCredential(fake.oauth()),
            elsewhere,
            fake));
  }

  @Override
  public Map<String, Object> settings() {
    return settings(fake);
  }

  @Override
  public List<Map<String, Object>> alternatives() {
    Map<String, Object> other = new HashMap<>(settings());
    other.remove("client-id");
    other.remove("client-secret");
    other.put("token", FakeDatabricks.TOKEN);
    return List.of(other);
  }

  /** Some of what was issued: a leak of any would be a leak of all, and each is looked for. */
  @Override
  public Set<String> canaries() {
    return Stream.of(fake.tokens().all(), fake.sql().signatures())
        .flatMap(issued -> issued.stream().limit(MOST_CANARIES))
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> settings(FakeDatabricks fake) {
    return Map.of(
        "address",
        fake.address().toString(),
        "warehouse-id",
        World.WAREHOUSE,
        "client-id",
        FakeDatabricks.CLIENT,
        "client-secret",
        FakeDatabricks.SECRET,
        "allow-private-addresses",
        true);
  }

  private static Map<String, Object> unallowed(String address) {
    return Map.of(
        "address",
        address,
        "warehouse-id",
        World.WAREHOUSE,
        "client-id",
        FakeDatabricks.CLIENT,
        "client-secret",
        FakeDatabricks.SECRET);
  }

  /** The addresses of a result's chunks lead elsewhere. */
  private static Answer relinked(Answer answer, URI target) {
    try {
      JsonNode body = Answer.JSON.readTree(answer.text());
      JsonNode links = body.at("/result/external_links");
      for (JsonNode link : links.isMissingNode() ? body.path("external_links") : links) {
        ((ObjectNode) link).put("external_link", target.toString());
        ((ObjectNode) link).put("next_chunk_internal_link", target.toString());
      }
      return Answer.json(answer.status(), body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException other) {
      return answer;
    }
  }
}
