// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.ledger.OrganisationEvidence.NotApplicable;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What does not apply to a platform, as the register keeps it. */
public final class RegisterJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RegisterJson() {}

  public static String write(Map<String, NotApplicable> exemptions) {
    ObjectNode root = MAPPER.createObjectNode();
    new TreeMap<>(exemptions)
        .forEach(
            (indicator, why) ->
                root.putObject(indicator)
                    .put("from", why.from().toString())
                    .put("reason", why.reason())
                    .put("actor", why.actor()));
    return root.toString();
  }

  public static Map<String, NotApplicable> read(String json) {
    try {
      Map<String, NotApplicable> exemptions = new TreeMap<>();
      MAPPER
          .readTree(json)
          .properties()
          .forEach(entry -> exemptions.put(entry.getKey(), exemption(entry.getValue())));
      return exemptions;
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("the estate register holds no JSON object", failure);
    }
  }

  private static NotApplicable exemption(JsonNode node) {
    return new NotApplicable(
        LocalDate.parse(node.path("from").asText()),
        node.path("reason").asText(),
        node.path("actor").asText());
  }
}
