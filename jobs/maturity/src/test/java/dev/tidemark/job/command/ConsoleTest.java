// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use the console, said from the command line. */
class ConsoleTest {
  @TempDir Path folder;
  private Installation installation;

  @BeforeEach
  void install() {
    installation = Installation.fresh(folder);
  }

  @Test
  void peopleAreAddedLetInAndTakenAway() throws JsonProcessingException {
    assertThat(installation.run("console", "people").out()).contains("Nobody yet");
    JsonNode rehearsed = facts("console", "grant", "Ada", "editor", "--dry-run", "--json");
    assertThat(rehearsed.path("dry_run").asBoolean()).isTrue();
    assertThat(facts("console", "people", "--json")).isEmpty();
    assertThat(installation.run("console", "grant", "Ada", "editor").out())
        .contains("Ada: editor everywhere, was nothing");
    JsonNode ada = facts("console", "people", "--json").path(0);
    assertThat(ada.path("role").asText()).isEqualTo("editor");
    JsonNode link = facts("console", "link", "Ada", "--json");
    assertThat(link.path("link").asText()).hasSize(43);
    assertThat(link.path("url").asText())
        .isEqualTo("http://127.0.0.1:8085/#link=" + link.path("link").asText());
    assertThat(facts("console", "link", "Ada", "--dry-run", "--json").path("link").isNull())
        .isTrue();
    assertThat(installation.run("console", "grant", "Ada", "none").out()).contains("was editor");
    assertThat(installation.run("console", "people").out()).containsPattern("Ada +none +-");
  }

  @Test
  void whatCannotBeMeantIsSaid() {
    Ran nobody = installation.run("console", "link");
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err()).contains("Nobody is called 'Administrator'", "console grant");
    Ran nowhere = installation.run("console", "grant", "Ada", "viewer", "--organisation", "None");
    assertThat(nowhere.exit()).isEqualTo(1);
    assertThat(nowhere.err()).contains("There is no organisation");
    assertThat(installation.run("console", "people").out()).contains("Nobody yet");
    Ran open = installation.run("console", "--listen", "0.0.0.0");
    assertThat(open.exit()).isEqualTo(2);
    assertThat(open.err()).contains("say under which https:// origin");
    Ran both = Ran.tidemark("up", "--no-console", "--console-port", "1", "--data-dir", folder);
    assertThat(both.exit()).isEqualTo(2);
  }

  @Test
  void anIssuerThatCannotBeMeantIsRefusedBeforeAnythingStarts() throws IOException {
    Path file = folder.resolve("sign-in.yaml");
    Files.writeString(
        file,
        "issuer: http://login.example.com\nclient-secret: env:NO_SUCH_VARIABLE_HERE\nroles: [x]\n");
    Ran reference = installation.run("console", "--sign-in", file);
    assertThat(reference.exit()).isEqualTo(1);
    assertThat(reference.err()).contains("client-secret", "NO_SUCH_VARIABLE_HERE");
    Files.writeString(file, "issuer: http://login.example.com\nclient-id: c\nroles: [x]\n");
    Ran wrong = installation.run("console", "--sign-in", file);
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("must be https", "VALUE=ROLE@ORGANISATION");
    Files.writeString(file, "issuer: [\n");
    assertThat(installation.run("console", "--sign-in", file).err()).contains("is no YAML");
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).as(ran.all()).isZero();
    return Output.JSON.readTree(ran.out());
  }
}
