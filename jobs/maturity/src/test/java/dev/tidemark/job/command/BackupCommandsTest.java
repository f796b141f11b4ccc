// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.embedded.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups as people take and restore them. */
class BackupCommandsTest {
  @TempDir Path folder;
  private Installation installation = new Installation(TestServer.freshDatabase(), Path.of(""));
  private Path backups = Path.of("");

  @BeforeEach
  void connect() throws IOException {
    installation = Installation.fresh(folder);
    backups = Files.createDirectory(folder.resolve("backups"));
    fine(installation.run("connector", "add", installation.connectorFile("orders")));
  }

  @Test
  void whatWasBackedUpComesBackWithItsSecrets() throws IOException {
    assertThat(fine(installation.run("backup", backups, "--dry-run")).out())
        .contains("Would write");
    assertThat(files()).isEmpty();
    assertThat(fine(installation.run("backup", backups)).all())
        .contains("Wrote")
        .contains("data_connectors: 1 rows")
        .doesNotContain(installation.secret());
    assertThat(files()).singleElement().satisfies(BackupCommandsTest::assertPrivate);

    Installation other =
        new Installation(Installation.fresh(folder).database(), installation.folder());
    assertThat(fine(other.run("restore", backups, "--dry-run")).out()).contains("Would restore");
    assertThat(fine(other.run("restore", backups)).all())
        .contains("Restored")
        .contains("2 sealed entries open with the key of file:");
    assertThat(fine(other.run("connector", "list")).out()).contains("orders");
  }

  @Test
  void whatIsThereIsOnlyReplacedWhenAskedTo() throws IOException {
    Path file = backups.resolve("mine");
    fine(installation.run("backup", file));
    assertThat(refused(installation.run("backup", file))).contains("--replace replaces it");
    fine(installation.run("backup", file, "--replace"));
    fine(installation.run("connector", "add", installation.connectorFile("later")));
    assertThat(refused(installation.run("restore", file)))
        .contains("The database holds Acme Ltd: --replace puts the backup in its place");
    assertThat(fine(installation.run("restore", file, "--dry-run")).all())
        .contains("It would replace Acme Ltd.");
    assertThat(installation.run("connector", "list").out()).contains("later");
    fine(installation.run("restore", file, "--replace"));
    assertThat(installation.run("connector", "list").out())
        .contains("orders")
        .doesNotContain("later");
  }

  @Test
  void theNewestByThatTimeIsTaken() throws IOException {
    Path early = backups.resolve("tidemark-20260101T100000Z.backup");
    fine(installation.run("backup", early));
    Files.copy(early, backups.resolve("tidemark-20260102T100000Z.backup"));
    Files.writeString(backups.resolve("notes.txt"), "not one");
    assertThat(restored("2026-01-02T09:59:59Z")).contains("tidemark-20260101T100000Z.backup");
    assertThat(restored("2026-01-02T10:00:00Z")).contains("tidemark-20260102T100000Z.backup");
    assertThat(refused(installation.run("restore", backups, "--at", "2025-01-01T00:00:00Z")))
        .contains("There is no backup in " + backups + " that was taken by 2025-01-01T00:00:00Z");
  }

  private String restored(String latest) {
    return fine(installation.run("restore", backups, "--at", latest, "--dry-run", "--json")).out();
  }

  @Test
  void whatCannotBeReadOrWrittenIsSaid() {
    assertThat(refused(installation.run("restore", backups.resolve("none"))))
        .contains("none cannot be read: check its path");
    assertThat(refused(installation.run("backup", folder.resolve("nowhere/it"))))
        .contains("cannot be written: check that its folder is there");
  }

  private static Ran fine(Ran ran) {
    assertThat(ran.exit()).as(ran.all()).isZero();
    return ran;
  }

  private static String refused(Ran ran) {
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    assertThat(ran.err()).startsWith("tidemark: ").doesNotContain("at dev.tidemark");
    return ran.err();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(backups)) {
      return files.toList();
    }
  }

  private static void assertPrivate(Path file) {
    try {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
