// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.score.ScoredDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with outlets. */
class OutletTest {
  private static final String SECRET = "whsec_Q2FuYXJ5LWNhbmFyeS1jYW5hcnktY2FuYXJ5";
  @TempDir Path folder;
  private final ScoredDatabase scored = new ScoredDatabase();

  @AfterEach
  void close() {
    scored.close();
  }

  @Test
  void isAddedPausedResumedRewoundAndRemoved() throws IOException {
    Ran added = run("outlet", "add", file("Acme Ltd", "settings:\n" + settings()));
    assertThat(added.exit()).as(added.all()).isZero();
    assertThat(run("outlet", "add", file("Acme Ltd", "settings:\n" + settings())).err())
        .contains("is there already")
        .contains("--replace");
    assertThat(
            run(
                    "outlet",
                    "add",
                    "--replace",
                    file("Acme Ltd", "settings:\n" + settings() + "events: [score.closed]\n"))
                .exit())
        .isZero();
    assertThat(listed().at("/0/events/0").asText()).isEqualTo("score.closed");
    assertThat(run("outlet", "pause", "siren").exit()).isZero();
    assertThat(run("outlet", "list").out()).contains("siren").contains("paused");
    assertThat(run("outlet", "resume", "siren").exit()).isZero();
    assertThat(listed().at("/0/status").asText()).isEqualTo("ACTIVE");
    Ran again =
        run("outlet", "rewind", "siren", "--since", "2026-01-01T00:00:00Z", "--dry-run", "--json");
    assertThat(again.out()).contains("\"events\" : 0").contains("\"dry_run\" : true");
    assertThat(run("outlet", "letters", "siren").out()).contains("There is no dead letter.");
    assertThat(run("outlet", "replay", "siren", "--all").out()).startsWith("0 to be told again");
    assertThat(run("outlet", "remove", "siren").exit()).isZero();
    assertThat(listed()).isEmpty();
  }

  @Test
  void showsNoSecret() throws IOException {
    String all =
        run("outlet", "add", file("Acme Ltd", "settings:\n" + settings())).all()
            + run("outlet", "list").all()
            + run("outlet", "list", "--json").all();
    assertThat(all).contains("siren").doesNotContain("Q2FuYXJ5").doesNotContain("path-of-its-own");
  }

  @Test
  void saysAllThatIsWrongWithAFileAndWhere() throws IOException {
    Ran ran = run("outlet", "add", file("Acme Ltd", "settings:\n  secret: whsec_short\n"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("2 problems")
        .contains("address")
        .contains("line 5, settings: secret")
        .doesNotContain("whsec_short");
    assertThat(
            run("outlet", "add", file("Acme Ltd", "settings:\n" + settings() + "events: [score]\n"))
                .err())
        .contains("line 7")
        .contains("there is no event score")
        .contains("score.changed");
  }

  @Test
  void namesWhatIsThereWhereSomethingIsNot() throws IOException {
    assertThat(run("outlet", "add", file("Acme", "settings:\n" + settings())).err())
        .contains("There is no organisation 'Acme'");
    assertThat(run("outlet", "pause", "none").err()).contains("There is no outlet 'none'");
    assertThat(run("outlet", "rewind", "none", "--since", "yesterday").exit()).isEqualTo(2);
    assertThat(Ran.tidemark("outlet", "types").out()).contains("webhook").contains("score.changed");
  }

  private JsonNode listed() throws JsonProcessingException {
    return Output.JSON.readTree(run("outlet", "list", "--json").out());
  }

  private Path file(String organisation, String rest) throws IOException {
    Path file = folder.resolve("outlet.yaml");
    String head = "organisation: " + organisation + "\ntype: webhook\nname: siren\n";
    return Files.writeString(file, head + rest);
  }

  private static String settings() {
    return "  address: https://example.com/path-of-its-own\n  secret: " + SECRET + "\n";
  }

  private Ran run(Object... arguments) {
    return new Installation(scored.database, folder.resolve("data")).run(arguments);
  }
}
