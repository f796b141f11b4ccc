// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that will not do: one clear message, and nothing in them changed. */
class FaultyDirectoryTest {

  @TempDir Path folder;

  private ServerPlan plan() {
    return EmbeddedServer.at(folder).withoutDurability();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ServerPlan plan) {
    return assertThatThrownBy(plan::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(folder.toString());
  }

  private void serveOnce() throws IOException {
    ServedDirectory.copyTo(folder);
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "three years of work");
    assertRefused(plan()).hasMessageContainingAll("thesis.txt", "Name an empty or a new directory");
    assertThat(folder.resolve("thesis.txt")).hasContent("three years of work");
    assertThat(folder.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void refusesAServerOfSomebodyElse() throws IOException {
    Files.writeString(folder.resolve("PG_VERSION"), "18\n");
    assertRefused(plan()).hasMessageContaining("not Tidemark's own");
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(EmbeddedServer.at(file)).hasMessageContaining("is a file and no directory");
  }

  @Test
  void acceptsTheEmptyRootOfAVolume() throws IOException {
    Files.createDirectory(folder.resolve("lost+found"));
    serveOnce();
    assertThat(folder.resolve("cluster")).isDirectory();
  }

  @Test
  void namesAnUnreadableVersion() throws IOException {
    serveOnce();
    Files.writeString(folder.resolve("cluster/PG_VERSION"), "\u0000\u0001garbage");
    assertRefused(plan())
        .hasMessageContainingAll("PG_VERSION does not name a PostgreSQL version", "backup");
  }

  @Test
  void namesAMissingVersion() throws IOException {
    serveOnce();
    Files.delete(folder.resolve("cluster/PG_VERSION"));
    assertRefused(plan()).hasMessageContainingAll("PG_VERSION does not exist", "backup");
  }

  @Test
  void keepsToItsMajor() {
    plan().withMajor(17).start().close();
    assertRefused(plan().withMajor(18))
        .hasMessageContainingAll("made by PostgreSQL 17", "served by PostgreSQL 18", "dump");
    try (EmbeddedServer server = plan().start()) {
      assertThat(server.version().major()).isEqualTo(17);
    }
  }

  @Test
  void namesTheBinariesItLacks() throws IOException {
    serveOnce();
    Files.writeString(folder.resolve("cluster/PG_VERSION"), "31\n");
    assertRefused(plan())
        .hasMessageContainingAll("No binaries of PostgreSQL 31", "only 14.", "18.", "Add io.zonky");
  }

  @Test
  void doesNotReplaceALostCluster() throws IOException {
    serveOnce();
    Files.move(folder.resolve("cluster"), folder.resolve("elsewhere"));
    assertRefused(plan()).hasMessageContainingAll("cluster", "is gone", "Restore");
    assertThat(folder.resolve("cluster")).doesNotExist();
  }

  @Test
  void namesALostPassword() throws IOException {
    serveOnce();
    Files.delete(folder.resolve("password"));
    assertRefused(plan()).hasMessageContainingAll("password does not exist", "Restore");
    Files.writeString(folder.resolve("password"), "\n");
    assertRefused(plan()).hasMessageContainingAll("password is empty", "Restore");
  }

  @Test
  void namesAWrongPassword() throws IOException {
    serveOnce();
    Files.writeString(folder.resolve("password"), "canary-of-another-server");
    assertRefused(plan())
        .hasMessageContainingAll("password authentication failed", "password file")
        .hasMessageNotContaining("canary");
  }

  @Test
  void namesAMarkerFromTheFuture() throws IOException {
    Files.writeString(folder.resolve("tidemark-postgres.properties"), "format=7\n");
    assertRefused(plan()).hasMessageContainingAll("format '7'", "knows format 1");
  }

  @Test
  void passesOnWhyTheServerDoesNotStartAndChangesNothing() throws IOException {
    serveOnce();
    Files.write(folder.resolve("cluster/global/pg_control"), new byte[0]);
    Map<Path, Long> before = sizes();
    assertRefused(plan()).hasMessageContainingAll("PANIC", "pg_control", "damaged", "backup");
    assertThat(sizes()).containsAllEntriesOf(before);
  }

  private Map<Path, Long> sizes() throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("cluster"))) {
      files.filter(Files::isRegularFile).forEach(file -> sizes.put(file, file.toFile().length()));
    }
    return sizes;
  }

  @Test
  void passesOnAFileThatMayNotBeRead() throws IOException {
    serveOnce();
    Files.setPosixFilePermissions(folder.resolve("cluster/global/pg_control"), Set.of());
    assertRefused(plan()).hasMessageContainingAll("pg_control", "Permission denied", "owner");
  }

  @Test
  void passesOnAMissingWriteAheadLog() throws IOException {
    serveOnce();
    Tree.delete(folder.resolve("cluster/pg_wal"));
    Files.createDirectory(folder.resolve("cluster/pg_wal"));
    assertRefused(plan()).hasMessageContainingAll("PANIC", "checkpoint", "damaged", "backup");
  }

  @Test
  void passesOnASettingNobodyKnows() throws IOException {
    serveOnce();
    assertRefused(plan().withSetting("shared_bufers", "1GB"))
        .hasMessageContainingAll("shared_bufers", "setting");
  }

  @Test
  void namesAPortInUse() throws IOException {
    serveOnce();
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertRefused(plan().withPort(taken.getLocalPort()))
          .hasMessageContainingAll("Port " + taken.getLocalPort(), "in use", "another port");
    }
  }

  @Test
  void takesAnotherPortIfTheOneOfLastTimeIsInUse() throws IOException {
    serveOnce();
    int port;
    try (EmbeddedServer server = plan().start()) {
      port = server.port();
    }
    try (ServerSocket taken =
            new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        EmbeddedServer server = plan().start()) {
      assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
    }
  }
}
