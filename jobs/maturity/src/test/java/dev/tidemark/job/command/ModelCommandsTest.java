// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.score.OtherModel;
import dev.tidemark.job.score.ReadAccount;
import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.model.score.ScoreUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with versions of the model. */
class ModelCommandsTest {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  @TempDir Path folder;

  private final ScoredDatabase scored = new ScoredDatabase();
  private final OtherModel minor = OtherModel.minor();
  private final String id = minor.id().replace(' ', '@');
  private Installation installation;
  private Path file;

  @BeforeEach
  void readAnAccountWithAPast() throws IOException {
    installation = new Installation(scored.database, folder.resolve("data"));
    file = Files.writeString(folder.resolve("minor.yaml"), minor.yaml());
    ReadAccount account = scored.connect("one", "postgres://one:5432", ReadAccount.CHECKS);
    account.tellChecks(today.minusDays(40), today);
    account.read(8);
    scored.score(scored.scorer());
    scored.pass(Duration.ofDays(1));
    account.read(9);
    scored.score(scored.scorer());
  }

  @AfterEach
  void close() {
    scored.close();
  }

  @Test
  void checksAModelAndSaysWhatItWouldDo() throws IOException {
    assertThat(Ran.tidemark("model", "check", file).out())
        .contains(id + " is fine: 8 dimensions, 40 indicators.");
    JsonNode told = facts("model", "check", file, "--effect", "--json").path("effect");
    assertThat(told.path("lines")).hasSize(1);
    assertThat(told.path("lines").path(0).path("reason").asText()).isEqualTo("MODEL");
    assertThat(Math.abs(told.path("delta").asDouble())).isGreaterThan(.01);
    fine("model", "add", file);
    fine("model", "activate", id);
    ScoreUpdate live = scored.score(scored.scorer());
    assertThat(5 * ScoredDatabase.overall(live))
        .isCloseTo(told.path("after").path("maturity").asDouble(), within(1e-2));
  }

  @Test
  void namesEveryProblemOfAModel() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken, minor.yaml().replace("weight: 0.40", "weight: 0.41").replace("P28D", "P28X"));
    Ran ran = installation.run("model", "check", broken);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).containsPattern("broken.yaml has \\d+ problems:").contains("P28X");
    Ran json = installation.run("model", "check", broken, "--json");
    assertThat(json.exit()).isEqualTo(1);
    JsonNode facts = Output.JSON.readTree(json.out());
    assertThat(facts.path("valid").asBoolean(true)).isFalse();
    assertThat(facts.path("problems"))
        .hasSameSizeAs(ran.err().lines().skip(1).toList())
        .anySatisfy(problem -> assertThat(problem.asText()).contains("P28X"));
  }

  @Test
  void showsWhatAModelIsAndWhatItFollowed() throws IOException {
    fine("model", "add", file);
    JsonNode draft = facts("model", "show", id, "--json");
    assertThat(draft.path("status").asText()).isEqualTo("draft");
    assertThat(draft.path("version").asText()).isEqualTo("1.1.0");
    assertThat(draft.path("sha256").asText()).hasSize(64);
    assertThat(draft.path("dimensions")).hasSize(8);
    assertThat(draft.path("indicators").asInt()).isEqualTo(40);
    assertThat(draft.path("series")).isEmpty();
    fine("model", "activate", id);
    JsonNode active = facts("model", "show", id, "--json");
    assertThat(active.path("status").asText()).isEqualTo("active");
    JsonNode succession = active.path("successions").path(0);
    assertThat(succession.path("followed").asText()).isEqualTo(ScoredDatabase.MODEL);
    assertThat(succession.path("day").asText()).isEqualTo(today.toString());
    assertThat(fine("model", "show", id).out())
        .contains("active since")
        .contains(id + " followed tidemark-core@1.0.0 after " + today + " for Acme Ltd");
  }

  @Test
  void backcastsOverWhatIsStored() throws IOException {
    fine("model", "add", file);
    JsonNode told = facts("model", "backcast", id, "--dry-run", "--json");
    JsonNode acme = told.path("organisations").path(0);
    assertThat(acme.path("from").asText()).isEqualTo(today.minusDays(40).toString());
    assertThat(acme.path("to").asText()).isEqualTo(today.minusDays(1).toString());
    assertThat(acme.path("days")).hasSize(40);
    assertThat(facts("model", "show", id, "--json").path("series")).isEmpty();
    JsonNode done = facts("model", "backcast", id, "--json", "--organisation", "Acme Ltd");
    assertThat(done.path("organisations").path(0).path("days")).isEqualTo(acme.path("days"));
    JsonNode series = facts("model", "show", id, "--json").path("series").path(0);
    assertThat(series.path("days").asInt()).isEqualTo(40);
    assertThat(series.path("backcast").asInt()).isEqualTo(40);
    String from = today.minusDays(3).toString();
    assertThat(fine("model", "backcast", id, "--from", from, "--to", from).out())
        .contains("Acme Ltd")
        .contains(from);
    assertThat(fine("model", "backcast", id, "--to", today.minusDays(90).toString()).out())
        .contains("no evidence");
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    assertThat(failed(1, "model", "backcast", "tidemark-core@9.9.9"))
        .contains("no model 'tidemark-core@9.9.9'")
        .contains("There are: tidemark-core@1.0.0.");
    assertThat(failed(1, "model", "show", "nothing")).contains("no model 'nothing'");
    String core = "tidemark-core@1.0.0";
    assertThat(failed(1, "model", "backcast", core, "--organisation", "Nobody"))
        .contains("no organisation 'Nobody'")
        .contains("Acme Ltd");
    assertThat(failed(2, "model", "backcast", core, "--from", "yesterday")).contains("--from");
    assertThat(failed(2, "model", "backcast", core, "--to", today.toString()))
        .contains("is not over")
        .contains(today.minusDays(1).toString());
    assertThat(failed(2, "model", "backcast", core, "--from", "2026-02-01", "--to", "2026-01-01"))
        .contains("--from 2026-02-01 is after");
    assertThat(failed(1, "model", "check", folder.resolve("none.yaml"))).contains("no file");
  }

  private Ran fine(Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isZero();
    return ran;
  }

  private String failed(int exit, Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isEqualTo(exit);
    return ran.err();
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    return Output.JSON.readTree(fine(arguments).out());
  }
}
