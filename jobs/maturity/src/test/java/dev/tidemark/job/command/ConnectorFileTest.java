// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFileTest {
  @TempDir Path folder;

  private Ran check(String yaml) throws IOException {
    Path file = folder.resolve("warehouse.yaml");
    Files.writeString(file, yaml);
    return Ran.tidemark("check", file);
  }

  @Test
  void namesTheLineAndColumnOfMalformedYaml() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: [unclosed
            settings:
              a: b
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("warehouse.yaml").contains("line 4").contains("column");
    assertIsOneMessage(ran);
  }

  @Test
  void namesEveryProblemAtOnce() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            typ: postgresql
            settings: {}
            schedule: soon
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("2 problems")
        .contains("name: it is missing")
        .contains("line 2, typ: unknown key; did you mean type?");
    assertIsOneMessage(ran);
  }

  @Test
  void namesABudgetOfWhatTheTypeDoesNotChargeBy() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: warehouse
            settings:
              url: postgresql://reader:secret@127.0.0.1:1/db
            budget:
              dbu: 20
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("line 7, budget.dbu: its type does not charge by it; use one of calls, bytes");
    assertIsOneMessage(ran);
  }

  @Test
  void takesABudgetOfCalls() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: w
            settings: {host: db, user: ada}
            budget: {calls: 1000, bytes: 0}
            """);
    assertThat(ran.err())
        .contains("1 problem")
        .contains("budget.bytes: \"0\" is no amount above zero")
        .doesNotContain("budget.calls");
  }

  @Test
  void namesAWrongSettingAndItsLine() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: w
            settings:
              host: db
              user: ada
              prot: 5432
              password: hunter2
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("line 7").contains("prot").contains("did you mean port?");
    assertIsOneMessage(ran);
  }

  @Test
  void namesAVariableThatIsNotSet() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: w
            settings:
              host: db
              user: ada
              password: env:SURELY_NOT_SET
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("line 7").contains("env:SURELY_NOT_SET").contains("export");
  }

  @Test
  void namesAnUnknownStream() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: w
            streams: [tabels]
            settings: {host: db, user: ada}
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("line 4").contains("no stream tabels").contains("tables");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Ran ran = Ran.tidemark("check", folder.resolve("absent.yaml"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("There is no file").contains("absent.yaml");
  }

  @Test
  void saysThatAHostCannotBeReachedWithoutThePassword() throws IOException {
    Ran ran =
        check(
            """
            organisation: Acme
            type: postgresql
            name: w
            settings: {host: 127.0.0.1, port: 1, user: ada, password: hunter2}
            """);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.all()).contains("127.0.0.1").contains("connection_failed");
    assertIsOneMessage(ran);
  }

  private static void assertIsOneMessage(Ran ran) {
    assertThat(ran.all()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(ran.all()).doesNotContain("hunter2");
  }
}
