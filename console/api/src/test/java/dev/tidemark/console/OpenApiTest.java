// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.OrganisationId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The description and the server say the same, and every route is for whom it says. */
class OpenApiTest {
  private static final Pattern OF_AN_ORGANISATION =
      Pattern.compile("/api/data-connectors|/api/connector-types/.*/.*");
  private static final String WORDS = "For %ss.";
  private static final List<String> ROLES = List.of("viewer", "editor", "administrator");

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

  @Test
  void everyRouteIsForWhomItIsDescribed() {
    OrganisationId organisation = Served.organisation();
    String connector = Connecting.addedNowhere(Served.member(organisation, "editor"), organisation);
    Visitor stranger = Served.member(Served.organisation(), "administrator");
    for (String operation : Served.DOCUMENT.operations()) {
      String method = operation.split(" ")[0];
      String path = path(operation.split(" ")[1], organisation, connector);
      if (isOpen(operation)) {
        continue;
      }
      int needed = needed(operation);
      assertThat(ask(Served.visitor(), method, path)).as("nobody: %s", operation).isEqualTo(401);
      assertThat(needed >= 0 ? ask(stranger, method, path) : 404)
          .as("stranger: %s", operation)
          .isEqualTo(404);
      checkRoles(organisation, operation, path, needed);
    }
  }

  private static void checkRoles(
      OrganisationId organisation, String operation, String path, int needed) {
    for (int role = 0; role < ROLES.size(); role++) {
      Visitor visitor = Served.member(organisation, ROLES.get(role));
      int status = ask(visitor, operation.split(" ")[0], path);
      String as = ROLES.get(role) + ": " + operation;
      if (role < needed) {
        assertThat(status).as(as).isEqualTo(403);
      } else {
        assertThat(status).as(as).isNotIn(401, 403, 500, 503);
      }
    }
  }

  /** Without the proof of a page of the session, no change is taken, whoever asks. */
  @Test
  void noChangeIsTakenWithoutItsProof() {
    OrganisationId organisation = Served.organisation();
    String connector = Connecting.added(Served.member(organisation, "editor"), organisation);
    Visitor administrator = Served.member(organisation, "administrator");
    for (String operation : Served.DOCUMENT.operations()) {
      String method = operation.split(" ")[0];
      if (!method.equals("GET") && !isOpen(operation)) {
        String path = path(operation.split(" ")[1], organisation, connector);
        Answer answer = administrator.send(method, path, "{}", Map.of("X-CSRF-Token", "forged"));
        assertThat(answer.json().path("type").asText())
            .as(operation)
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

  private static int ask(Visitor visitor, String method, String path) {
    return visitor.send(method, path, method.equals("GET") ? null : "{}", Map.of()).status();
  }

  private static String path(String template, OrganisationId organisation, String connector) {
    String path =
        template
            .replace("{organisation}", organisation.toString())
            .replace("{connector}", connector)
            .replace("{stream}", "tables")
            .replace("{attestation}", "1")
            .replace("{model}", "none")
            .replace("{type}", "postgresql");
    return OF_AN_ORGANISATION.matcher(path).matches()
        ? path + "?organisation=" + organisation
        : path;
  }

  private static boolean isOpen(String operation) {
    return described(operation).has("security");
  }

  /** The place of the role a route is for; below all where any session will do. */
  private static int needed(String operation) {
    String description = described(operation).path("description").asText();
    return IntStream.range(0, ROLES.size())
        .filter(role -> description.contains(WORDS.formatted(ROLES.get(role))))
        .findFirst()
        .orElse(-1);
  }

  private static JsonNode described(String operation) {
    String[] words = operation.split(" ");
    return Served.DOCUMENT
        .root()
        .path("paths")
        .path(words[1])
        .path(words[0].toLowerCase(Locale.ROOT));
  }
}
