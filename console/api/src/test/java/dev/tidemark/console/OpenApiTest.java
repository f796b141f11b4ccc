// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.OrganisationId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The description and the server say the same. */
class OpenApiTest {
  @Test
  void whatIsServedIsDescribedAndWhatIsDescribedIsServed() {
    assertThat(Served.DOCUMENT.operations())
        .isEqualTo(new TreeSet<>(Served.CONSOLE.routes()))
        .hasSizeGreaterThan(20);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = Served.DOCUMENT.root().findValues("$ref");
    assertThat(references).hasSizeGreaterThan(50);
    for (JsonNode reference : references) {
      String pointer = reference.asText().substring(1);
      assertThat(Served.DOCUMENT.root().at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  /** Without the proof of a page of the session, no change is taken, whoever asks. */
  @Test
  void noChangeIsTakenWithoutItsProof() {
    OrganisationId organisation = Served.organisation();
    String connector = Connecting.added(Served.member(organisation, "editor"), organisation);
    Visitor administrator = Served.member(organisation, "administrator");
    for (Operation operation : Operation.all()) {
      if (!operation.isReading() && !operation.isOpen()) {
        String path = operation.path(organisation, connector);
        Answer answer =
            administrator.send(operation.method(), path, "{}", Map.of("X-CSRF-Token", "forged"));
        assertThat(answer.json().path("type").asText())
            .as(operation.toString())
            .isEqualTo("urn:tidemark:problem:csrf");
      }
    }
  }

  @Test
  void whatIsNotThereIsAProblem() {
    assertThat(Served.visitor().get("/nothing/here").status()).isEqualTo(404);
    Answer wrong = Served.visitor().send("PATCH", "/api/session", "{}", Map.of());
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.header("Allow")).contains("POST");
    OrganisationId organisation = Served.organisation();
    Visitor viewer = Served.member(organisation, "viewer");
    assertThat(viewer.get("/api/organisations/" + UUID.randomUUID() + "/score").status())
        .isEqualTo(404);
    assertThat(viewer.get("/api/organisations/none/score").status()).isEqualTo(404);
    assertThat(viewer.get("/api/connector-types/none").status()).isEqualTo(404);
  }
}
