// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one message that names the thing and the remedy: no stack trace, no secret. */
class BadInputTest {
  @TempDir Path folder;

  private static void assertIsOneMessage(Ran ran, String secret) {
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("tidemark: ").doesNotContain("\tat ").doesNotContain(secret);
  }

  @Test
  void wrongPassword() {
    Installation installation = Installation.fresh(folder);
    Ran ran =
        Ran.tidemark(
            "status",
            "--database-url",
            installation.url("tidemark", "canary-5309"),
            "--data-dir",
            folder.resolve("data"));
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("does not accept the password of tidemark");
  }

  @Test
  void unreachableHost() {
    Ran ran =
        Ran.tidemark(
            "status",
            "--database-url",
            "postgresql://ada:canary-5309@127.0.0.1:1/x",
            "--data-dir",
            folder);
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("127.0.0.1:1").contains("cannot be reached");
  }

  @Test
  void missingPermission() throws SQLException {
    Installation installation = Installation.fresh(folder);
    String role = "poor_" + System.nanoTime();
    try (Connection connection =
            DriverManager.getConnection(
                installation.database().jdbcUrl(),
                installation.database().user(),
                installation.secret());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'canary-5309'");
    }
    Ran ran =
        Ran.tidemark(
            "status",
            "--database-url",
            installation.url(role, "canary-5309"),
            "--data-dir",
            folder);
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains(role + " lacks a permission");
  }

  @Test
  void addressThatIsNone() {
    Ran ran = Ran.tidemark("status", "--database-url", "mysql://x", "--data-dir", folder);
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("--database-url").contains("postgresql://user@host:5432");
  }

  @Test
  void variableThatIsNotSet() {
    Ran ran = Ran.tidemark("status", "--database-url", "env:SURELY_NOT_SET", "--data-dir", folder);
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("SURELY_NOT_SET").contains("export it");
  }

  @Test
  void corruptedDataDirectory() throws IOException {
    Path data = folder.resolve("data");
    Path server = new DataFolder(data).created().server();
    EmbeddedServer.at(server).withoutDurability().start().close();
    Path version = server.resolve("cluster").resolve("PG_VERSION");
    Files.writeString(version, "rubbish");
    Ran ran = Ran.tidemark("up", "--until", "caught-up", "--data-dir", data);
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains(version.toString()).contains("restore it from a backup");
    assertThat(Files.readString(version)).isEqualTo("rubbish");
  }

  @Test
  void foreignDirectoryAsDataDirectory() throws IOException {
    Path server = Files.createDirectories(folder.resolve("data").resolve("postgresql"));
    Files.writeString(server.resolve("letter.txt"), "dear Ada");
    Ran ran = Ran.tidemark("up", "--data-dir", folder.resolve("data"));
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("holds letter.txt").contains("Name an empty");
  }

  @Test
  void sourceOfAnotherKind() {
    Ran ran = Ran.tidemark("up", "--source", "mysql://ada:canary-5309@db/x", "--data-dir", folder);
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err())
        .contains("--source takes postgresql://user:password@host:port/database")
        .contains("connector add FILE");
  }

  @Test
  void nothingStartedYet() {
    Ran ran = Ran.tidemark("status", "--data-dir", folder.resolve("none"));
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("nothing in the data folder").contains("tidemark up");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void modelWithTenMistakes() throws IOException {
    Path model = folder.resolve("model.yaml");
    Files.writeString(model, TEN_MISTAKES);
    Path evidence = folder.resolve("evidence.json");
    Files.writeString(evidence, "{\"states\": []}");
    Ran ran = Ran.tidemark("score", "--model", model, "--evidence", evidence, "--json");
    assertIsOneMessage(ran, "canary-5309");
    assertThat(ran.err()).contains("model.yaml has").containsPattern("1\\d problems:");
    assertThat(ran.err().lines().filter(line -> line.contains("line "))).hasSizeGreaterThan(9);
  }

  @Test
  void portThatIsNone() {
    Ran ran = Ran.tidemark("up", "--port", "70000", "--data-dir", folder.resolve("none"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--port takes a port from 0 to 65535");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void anotherKeyThanThatOfTheSettings() throws IOException {
    Installation installation = Installation.fresh(folder);
    assertThat(installation.run("connector", "add", installation.connectorFile("own")).exit())
        .isZero();
    Files.delete(installation.folder().resolve("key"));
    Ran ran = installation.run("check", "own");
    assertIsOneMessage(ran, installation.secret());
    assertThat(ran.err()).contains("does not open with the encryption key").contains("key");
  }

  @Test
  void keepsItsKeyToItsOwner() throws IOException {
    Installation installation = Installation.fresh(folder);
    assertThat(installation.run("status").exit()).isZero();
    Path key = installation.folder().resolve("key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  private static final String TEN_MISTAKES =
      """
      model: {id: broken, version: one, prior: 2, outer: {mean: power, p: x}}
      dimensions:
        GOV: {weight: 0.7, mean: {p: 1}, titel: "Governance"}
        QUA: {weight: 0.7, mean: {p: 1}, title: "Quality"}
      indicators:
        GOV.OWN:
          dimension: GUV
          weight: heavy
          numerator: {metric: tidemark.data.asset.stat, where: {active: true}}
          denominator: {metric: tidemark.data.asset.state, where: {active: true}}
          aggregate: keyed
          unit: "1"
          curve: nplff
          window: someday
          half_life: soon
          evidence: {kind: censsus}
      """;
}
