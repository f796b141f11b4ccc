// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which connector or outlet a name means where there is more than one organisation. */
class OwnedChoiceTest {
  @TempDir Path folder;

  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.fresh(folder);
    connect("Acme Ltd", "own");
    connect("Wharf & Sons", "warehouse");
  }

  @Test
  void theOnlyOneOfANameIsMeantWhoeverHasIt() throws IOException {
    fine("connector", "pause", "warehouse");
    assertThat(paused("connector")).containsExactly("Wharf & Sons/warehouse");
    fine("connector", "resume", "warehouse");
    assertThat(paused("connector")).isEmpty();
    fine("connector", "reset", "own");
    assertThat(refused("connector", "rewind", "own", "nothing")).contains("own has no stream");
    fine("connector", "remove", "own");
    assertThat(fine("connector", "list").out()).contains("warehouse").doesNotContain("Acme Ltd");
  }

  @Test
  void ofSeveralWhoseItIsMustBeSaid() throws IOException {
    connect("Wharf & Sons", "own");
    for (String verb : List.of("pause", "resume", "reset", "remove")) {
      assertThat(refused("connector", verb, "own"))
          .contains("More than one connector is called 'own'")
          .contains("--organisation: Acme Ltd, Wharf & Sons.");
    }
    assertThat(refused("connector", "rewind", "own", "tables")).contains("More than one connector");
    assertThat(paused("connector")).isEmpty();
    fine("connector", "pause", "own", "--organisation", "Wharf & Sons");
    assertThat(paused("connector")).containsExactly("Wharf & Sons/own");
  }

  @Test
  void whereNoneIsOfThatNameAllThatCouldBeMeantAreNamed() {
    assertThat(refused("connector", "pause", "owm"))
        .contains("There is no connector 'owm'. There are: own of Acme Ltd,")
        .contains("warehouse of Wharf & Sons.");
    assertThat(refused("connector", "pause", "warehouse", "--organisation", "Acme Ltd"))
        .contains("There is no connector 'warehouse' of Acme Ltd. There are: own of Acme Ltd.");
    assertThat(refused("connector", "pause", "own", "--organisation", "Acme"))
        .contains("There is no organisation 'Acme'");
    assertThat(refused("outlet", "pause", "siren"))
        .contains("There is no outlet 'siren', nor any other.")
        .contains("tidemark outlet add FILE");
  }

  @Test
  void theSameHoldsOfOutlets() throws IOException {
    tell("Acme Ltd", "siren");
    tell("Wharf & Sons", "bell");
    fine("outlet", "pause", "bell");
    assertThat(paused("outlet")).containsExactly("Wharf & Sons/bell");
    tell("Acme Ltd", "bell");
    assertThat(refused("outlet", "remove", "bell"))
        .contains("More than one outlet is called 'bell'")
        .contains("--organisation: Acme Ltd, Wharf & Sons.");
  }

  private void connect(String organisation, String name) throws IOException {
    fine("connector", "add", installation.connectorFile(organisation, name));
  }

  private void tell(String organisation, String name) throws IOException {
    Path file = folder.resolve("outlet.yaml");
    Files.writeString(
        file,
        """
        organisation: %s
        type: webhook
        name: %s
        settings:
          address: https://example.com/hooks
          secret: whsec_Q2FuYXJ5LWNhbmFyeS1jYW5hcnktY2FuYXJ5
        """
            .formatted(organisation, name));
    fine("outlet", "add", file);
  }

  private List<String> paused(String kind) throws IOException {
    return StreamSupport.stream(
            Output.JSON.readTree(fine(kind, "list", "--json").out()).spliterator(), false)
        .filter(it -> it.path("status").asText().equals("PAUSED"))
        .map(it -> it.path("organisation").asText() + "/" + it.path("name").asText())
        .toList();
  }

  private Ran fine(Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isZero();
    return ran;
  }

  /** What is said, on one line. */
  private String refused(Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isEqualTo(1);
    return ran.err().replaceAll("\\s+", " ");
  }
}
