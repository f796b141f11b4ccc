// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.embedded.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holding a connector to its contracts from the command line. */
class VerifyTest {
  @TempDir Path folder;

  @Test
  void holdsALiveAccountToWhatDoesItNoHarm() throws IOException {
    Installation installation = Installation.fresh(folder);
    Ran ran =
        Ran.tidemark(
            "verify",
            "postgresql",
            "--settings",
            installation.connectorFile("shop"),
            "--contract",
            "Describes",
            "Ties",
            "KeepsSecrets",
            "--seed",
            "7",
            "--json");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.all()).doesNotContain(installation.secret());
    assertThat(ran.err()).contains("seed 7").contains("Describes: passed");
    JsonNode facts = Output.JSON.readTree(ran.out());
    assertThat(facts.path("operations").findValuesAsText("stream")).contains("server", "tables");
    assertThat(facts.path("operations").get(0).path("calls").asLong()).isPositive();
    assertThat(facts.path("contracts").findValuesAsText("outcome"))
        .containsExactly("passed", "not applicable", "passed");
    assertThat(facts.path("contracts").get(1).path("why").asText())
        .contains("not played against an account at the vendor's");
  }

  @Test
  void saysWhatIsBrokenAndWhatToDo() throws IOException, SQLException {
    Installation installation = Installation.fresh(folder);
    Ran ran =
        Ran.tidemark(
            "verify", "postgresql", "--settings", blindRole(installation), "--contract", "Checks");
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    assertThat(ran.out())
        .contains("UPSERTS")
        .contains("COST")
        .contains("FAILED")
        .contains("GRANT pg_monitor")
        .contains("fix: ")
        .contains("0 passed, 1 failed");
    assertThat(ran.all()).doesNotContain("canary-5309");
  }

  @Test
  void holdsAConnectorToItsContractsByTheFakeThatComesWithIt() {
    Ran ran = Ran.tidemark("verify", "snowflake", "--contract", "Describes", "Checks", "Throttles");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out())
        .contains("query_history")
        .contains("warehouse_seconds")
        .contains("3 passed, 0 failed");
  }

  @Test
  void namesAnUnknownContract() {
    Ran contract = Ran.tidemark("verify", "postgresql", "--contract", "Resume");
    assertThat(contract.exit()).isEqualTo(1);
    assertThat(contract.err()).contains("no contract 'Resume'").contains("Resumes");
  }

  @Test
  void holdsAConnectorToItsContractsOnTheServerThatComesWithTidemark() {
    Ran ran = Ran.tidemark("verify", "postgresql", "--contract", "Deletes", "Drifts");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out())
        .contains("statements")
        .contains("1 passed, 0 failed, 1 with nothing to prove")
        .contains("catalogs whose columns a version fixes");
  }

  /** A file for a role that may log in and no more. */
  private Path blindRole(Installation installation) throws IOException, SQLException {
    String role = "blind_" + System.nanoTime();
    Database database = installation.database();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + role + " login password 'canary-5309'");
    }
    return Files.writeString(
        folder.resolve("blind.yaml"),
        "organisation: Acme Ltd\ntype: postgresql\nname: blind\nsettings:\n  url: "
            + installation.url(role, "canary-5309")
            + "\n");
  }
}
