// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Elsewhere;
import dev.tidemark.testkit.fake.FakeStage;
import dev.tidemark.testkit.fake.ReusableCredential;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tenant as connectors are examined against it. */
final class AzureStage extends FakeStage {
  private static final int MOST_CANARIES = 5;

  private final FakeAzure fake;

  private AzureStage(FakeAzure fake, List<?> parts) {
    super(fake.server().clock(), parts);
    this.fake = fake;
  }

  static AzureStage of(FakeAzure fake) {
    PlayRecords records = new PlayRecords(fake);
    Elsewhere elsewhere =
        new Elsewhere(
            fake.server(),
            Traffic::listing,
            AzureStage::relinked,
            List.of(
                unallowed("address", "http://127.0.0.1:9", fake),
                unallowed("login-address", "https://169.254.169.254", fake)));
    return new AzureStage(
        fake,
        List.of(
            records,
            new PlayAccess(fake, () -> settings(fake)),
            new PlayTrouble(fake, records),
            fake.throttling(),
            new ReusableCredential(fake.oauth()),
            elsewhere,
            fake));
  }

  @Override
  public Map<String, Object> settings() {
    return settings(fake);
  }

  /** Some of what was issued: a leak of any would be a leak of all, and each is looked for. */
  @Override
  public Set<String> canaries() {
    return fake.tokens().all().stream().limit(MOST_CANARIES).collect(Collectors.toSet());
  }

  private static Map<String, Object> settings(FakeAzure fake) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("tenant-id", World.TENANT);
    settings.put("client-id", FakeAzure.CLIENT);
    settings.put("client-secret", FakeAzure.SECRET);
    settings.put("address", fake.address().toString());
    settings.put("login-address", fake.address().toString());
    settings.put("allow-private-addresses", true);
    settings.put("cost-tag", "team");
    settings.put("purview-address", fake.mapAddress().toString());
    settings.put("blob-address", fake.blobAddress());
    settings.put("list-blobs-of", List.of("*"));
    return settings;
  }

  private static Map<String, Object> unallowed(String option, String address, FakeAzure fake) {
    Map<String, Object> settings = new HashMap<>(settings(fake));
    settings.remove("allow-private-addresses");
    settings.put(option, address);
    return settings;
  }

  /** The answer, whose next page is elsewhere. */
  private static Answer relinked(Answer answer, URI target) {
    try {
      JsonNode body = Answer.JSON.readTree(answer.text());
      if (body instanceof ObjectNode object && object.has("value")) {
        return Answer.json(object.put("nextLink", target.toString()));
      }
      if (body.path("properties") instanceof ObjectNode rows && rows.has("rows")) {
        rows.put("nextLink", target.toString());
      }
      return Answer.json(answer.status(), body);
    } catch (JsonProcessingException noJson) {
      return answer;
    }
  }
}
