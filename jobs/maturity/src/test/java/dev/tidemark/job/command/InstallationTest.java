// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.maturity.model.CoreModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do to an installation on which nothing runs. */
class InstallationTest {
  @TempDir Path folder;

  private Installation installation;

  @BeforeEach
  void install() {
    installation = Installation.fresh(folder);
  }

  private Ran fine(Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isZero();
    assertThat(ran.all()).doesNotContain(installation.secret());
    return ran;
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    return Output.JSON.readTree(fine(arguments).out());
  }

  @Test
  void keepsConnectors() throws IOException {
    fine("connector", "add", installation.connectorFile("own"));
    assertThat(facts("connector", "list", "--json").path(0).path("status").asText())
        .isEqualTo("ACTIVE");
    fine("connector", "pause", "own");
    assertThat(fine("connector", "list").out()).contains("Acme Ltd").contains("paused");
    fine("connector", "resume", "own");
    fine("connector", "reset", "own");
    assertThat(fine("check", "own").out()).contains("ok").doesNotContain("FAILED");
    fine("connector", "remove", "own");
    assertThat(fine("connector", "list").out()).contains("No connector is configured");
  }

  @Test
  void addsANameOnce() throws IOException {
    Path file = installation.connectorFile("own");
    fine("connector", "add", file);
    Ran again = installation.run("connector", "add", file);
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("Acme Ltd/own is there already").contains("--replace");
    long version = facts("connector", "list", "--json").path(0).path("version").asLong();
    fine("connector", "add", file, "--replace");
    assertThat(facts("connector", "list", "--json").path(0).path("version").asLong())
        .describedAs("the same settings again change nothing")
        .isEqualTo(version);
  }

  @Test
  void addsAllFilesOrNone() throws IOException {
    Path one = installation.connectorFile("one");
    Path two = installation.connectorFile("two");
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "organisation: Acme Ltd\n");
    Ran ran = installation.run("connector", "add", one, broken, two);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("broken.yaml");
    assertThat(facts("connector", "list", "--json")).isEmpty();
    fine("connector", "add", one, two);
    assertThat(facts("connector", "list", "--json")).hasSize(2);
  }

  @Test
  void namesTheConnectorsThereAre() throws IOException {
    fine("connector", "add", installation.connectorFile("own"));
    Ran ran = installation.run("connector", "pause", "owm");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("no connector 'owm'").contains("There are: own");
  }

  @Test
  void changesTheKeyAndStillOpensWhatWasSealed() throws IOException {
    fine("connector", "add", installation.connectorFile("own"));
    String before = Files.readString(installation.folder().resolve("key"));
    assertThat(fine("key", "rotate", "--dry-run").err()).contains("2 sealed entries open");
    assertThat(Files.readString(installation.folder().resolve("key"))).isEqualTo(before);
    fine("key", "rotate");
    assertThat(Files.readString(installation.folder().resolve("key"))).isNotEqualTo(before);
    fine("check", "own");
  }

  @Test
  void rehearsesARunAndChangesNothing() throws IOException {
    for (int times = 0; times < 2; times++) {
      assertThat(fine("run", "--dry-run").out()).contains("none yet: they would be made");
    }
    fine("connector", "add", installation.connectorFile("own"));
    assertThat(fine("run", "--dry-run").out())
        .contains("up to date")
        .contains("none is known to run");
    assertThat(installation.run("run", "--dry-run", "--flink", "127.0.0.1:1").err())
        .contains("Flink does not answer at 127.0.0.1:1");
  }

  @Test
  void previewsWithoutKeepingAnything() throws IOException {
    Path file = installation.connectorFile("own");
    JsonNode tables = facts("preview", file, "--stream", "tables", "--json").path(0);
    assertThat(tables.path("operations").path("pages").asLong()).isPositive();
    assertThat(tables.path("rejected")).isEmpty();
    assertThat(fine("preview", file).out())
        .contains("UPSERTS  DELETES  TRUNCATES  PAGES  CHECKPOINTS  SCHEMA CHANGES  REJECTED")
        .contains("tidemark.connector.heartbeat");
    assertThat(fine("connector", "list").out()).contains("No connector is configured");
  }

  @Test
  void discovers() throws IOException {
    Path file = installation.connectorFile("own");
    assertThat(fine("discover", file).out()).contains("database").contains("tables: ");
    assertThat(facts("discover", file, "--json").path("streams")).isNotEmpty();
  }

  @Test
  void keepsModels() throws IOException {
    assertThat(fine("model", "list").out()).contains("No model is registered yet");
    Path file = folder.resolve("model.yaml");
    Files.writeString(file, CoreModel.text());
    fine("model", "add", file);
    fine("model", "shadow", "tidemark-core@1.0.0");
    fine("model", "activate", "tidemark-core@1.0.0");
    assertThat(facts("model", "list", "--json").path(0).path("status").asText())
        .isEqualTo("active");
    assertThat(installation.run("model", "activate", "other").err()).contains("no model 'other'");
  }

  @Test
  void saysWhatIsNotThereYet() throws IOException {
    assertThat(fine("status").out()).contains("job       none yet");
    assertThat(installation.run("score").err()).contains("no organisation yet");
    fine("connector", "add", installation.connectorFile("own"));
    assertThat(installation.run("score").err()).contains("Acme Ltd has no score yet");
    assertThat(fine("rejected", "list").out()).contains("Nothing was rejected");
  }

  @Test
  void runsUntilItHasCaughtUp() throws IOException {
    fine("connector", "add", installation.connectorFile("own"));
    Ran ran = fine("run", "--until", "caught-up", "--port", "0");
    assertThat(ran.out()).contains("Acme Ltd").contains("observed maturity");
    assertThat(ran.err()).contains("caught up").contains("health and metrics on http://127.0.0.1:");
    JsonNode card = facts("score", "Acme Ltd", "--json", "--since", "2026-01-01");
    assertThat(card.path("model").asText()).isEqualTo("tidemark-core 1.0.0");
    assertThat(card.path("history").path("since").asText()).isEqualTo("2026-01-01");
    JsonNode status = facts("status", "--json");
    assertThat(status.path("job").path("ended_at").isNull()).isFalse();
    assertThat(status.path("organisations").path(0).path("streams")).hasSize(6);
    assertThat(status.findValues("read_in_24h"))
        .as("records of each stream, as far as it has come")
        .hasSize(6)
        .anyMatch(read -> read.path("records").asLong() > 0);
  }
}
