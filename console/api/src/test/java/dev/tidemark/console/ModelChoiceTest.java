// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.OrganisationId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which version of the model counts, decided once it was seen what that does. */
class ModelChoiceTest {
  private static final OrganisationId ORGANISATION = Served.organisation();
  private static final String CORE = MaturityModel.core().reference();
  private static final String NEXT = "tidemark-core 9.0.0";
  private static final Visitor EVERYWHERE = everywhere();

  @BeforeAll
  static void thereIsAnother() {
    Served.scored(ORGANISATION);
    String text =
        CoreModel.text()
            .replace("version: 1.0.0", "version: 9.0.0")
            .replace("GOV: {weight: 0.15", "GOV: {weight: 0.20")
            .replace("FIN: {weight: 0.08", "FIN: {weight: 0.03");
    Served.OWNER.models().register(NEXT, "9.0.0", text);
  }

  /** Other tests score by the one that counts. */
  @AfterAll
  static void theOldOneCounts() {
    Served.OWNER.models().activate(CORE);
  }

  private static Visitor everywhere() {
    UUID person = UUID.randomUUID();
    Served.change(
        "INSERT INTO console_person (id, name, everywhere) VALUES (?, ?, 'administrator')",
        person,
        "everywhere " + person);
    return Served.signedIn(person);
  }

  @Test
  void whatItDoesIsSeenThenItIsActivatedAndTheOneBeforeCanComeBack() {
    JsonNode effect = EVERYWHERE.get(at(NEXT) + "/effect").json();
    assertThat(effect.path("after").path("coverage").isNumber()).as("of a draft").isTrue();
    Answer seen = EVERYWHERE.get(at(NEXT));
    assertThat(seen.json().path("status").asText()).isEqualTo("draft");
    assertThat(seen.json().path("decision").isNull()).isTrue();
    Answer done = activate(EVERYWHERE, NEXT, seen.tag());
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.json().path("status").asText()).isEqualTo("active");
    assertThat(done.json().at("/decision/actor").asText()).startsWith("everywhere ");
    assertThat(done.json().at("/decision/purpose").asText())
        .isEqualTo("activate in the console: it is time");
    Answer before = EVERYWHERE.get(at(CORE));
    assertThat(before.json().path("status").asText()).isEqualTo("retired");
    assertThat(EVERYWHERE.get(at(CORE) + "/effect").status()).isEqualTo(200);
    assertThat(activate(EVERYWHERE, CORE, before.tag()).json().path("status").asText())
        .isEqualTo("active");
  }

  @Test
  void whoeverSawItOtherwiseDecidesAgain() {
    String tag = EVERYWHERE.get(at(CORE)).tag();
    String path = at(CORE) + "/activation";
    assertThat(EVERYWHERE.send("POST", path, "{}", Map.of()).status()).isEqualTo(428);
    assertThat(activate(EVERYWHERE, CORE, "\"other\"").status()).isEqualTo(412);
    assertThat(activate(EVERYWHERE, CORE, EVERYWHERE.get(at(NEXT)).tag()).status()).isEqualTo(412);
    Served.OWNER.models().register("elsewhere " + UUID.randomUUID(), "1.0.0", "a: 1");
    assertThat(activate(EVERYWHERE, CORE, tag).status()).isEqualTo(412);
    assertThat(EVERYWHERE.get(at("none")).status()).isEqualTo(404);
  }

  @Test
  void anAdministratorOfOneOrganisationDoesNotDecideForAll() {
    Visitor administrator = Served.member(ORGANISATION, "administrator");
    String tag = administrator.get(at(NEXT)).tag();
    Answer refused = activate(administrator, NEXT, tag);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("detail").asText()).contains("every organisation");
  }

  private static Answer activate(Visitor visitor, String model, String tag) {
    return visitor.send(
        "POST",
        at(model) + "/activation",
        "{}",
        Map.of("If-Match", tag, "Tidemark-Reason", "it is time"));
  }

  private static String at(String model) {
    return "/api/organisations/" + ORGANISATION + "/models/" + model.replace(" ", "%20");
  }
}
