// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.Soql;
import dev.tidemark.fake.salesforce.soql.SoqlException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fake reads what it is sent: filters, sorts, limits, and refuses what the service refuses. */
class SoqlPlayedTest {
  private static final List<ObjectNode> ROWS =
      List.of(
          row("001A", "Acme", 3, "2026-01-01T00:00:00.000+0000"),
          row("001B", "beta", 1, "2026-01-02T00:00:00.000+0000"),
          row("001a", "Gamma", 2, "2026-01-02T00:00:00.000+0000"));

  @Test
  void comparesTextsWithoutAndIdentifiersWithCase() {
    assertThat(found("SELECT Id FROM X WHERE Name = 'ACME'")).containsExactly("001A");
    assertThat(found("SELECT Id FROM X WHERE Id = '001a'")).containsExactly("001a");
    assertThat(found("SELECT Id FROM X WHERE Name LIKE 'b%'")).containsExactly("001B");
  }

  @Test
  void goesOnBehindATimeAndAnIdentifier() {
    assertThat(
            found(
                "SELECT Id FROM X WHERE (At > 2026-01-02T00:00:00.000Z OR (At ="
                    + " 2026-01-02T00:00:00Z AND Id > '001B')) AND At <= 2026-02-01T00:00:00Z ORDER"
                    + " BY At, Id LIMIT 5"))
        .containsExactly("001a");
  }

  @Test
  void sortsLimitsAndPassesOver() {
    assertThat(found("SELECT Id FROM X ORDER BY Size DESC LIMIT 2"))
        .containsExactly("001A", "001a");
    assertThat(found("SELECT Id FROM X ORDER BY Size OFFSET 1")).containsExactly("001a", "001A");
  }

  @Test
  void knowsListsNothingAndTheContrary() {
    assertThat(found("SELECT Id FROM X WHERE Id IN ('001A', '001B') AND Size != 3"))
        .containsExactly("001B");
    assertThat(found("SELECT Id FROM X WHERE Owner.Name = null AND NOT Size > 1"))
        .containsExactly("001B");
    assertThat(found("SELECT Id FROM X WHERE Name = 'O\\'Hara'")).isEmpty();
  }

  @Test
  void refusesWhatTheServiceRefuses() {
    refuses("SELECT Id FROM X WHERE Size = 1 AND Size = 2 OR Size = 3", "OR");
    refuses("SELECT Id X", "X");
    refuses("SELECT Id FROM X WHERE Name = ", "<EOF>");
    refuses("SELECT MAX(Size) FROM X", "Size");
    refuses("SELECT Id FROM X; DROP", ";");
  }

  private static void refuses(String query, String token) {
    assertThatThrownBy(() -> Soql.parse(query))
        .isInstanceOfSatisfying(
            SoqlException.class, it -> assertThat(it.code()).isEqualTo("MALFORMED_QUERY"))
        .hasMessageContaining(token);
  }

  private static List<String> found(String query) {
    return Soql.parse(query)
        .of(ROWS.stream(), List.of())
        .map((JsonNode row) -> row.path("Id").asText())
        .toList();
  }

  private static ObjectNode row(String id, String name, int size, String at) {
    return new ObjectMapper()
        .createObjectNode()
        .put("Id", id)
        .put("Name", name)
        .put("Size", size)
        .put("At", at);
  }
}
