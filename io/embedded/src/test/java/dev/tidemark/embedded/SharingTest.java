// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One data directory, several users: in this process, in another, and in one that was killed. */
class SharingTest {

  @TempDir Path folder;

  private ServerPlan plan() {
    return EmbeddedServer.at(folder).withoutDurability();
  }

  @BeforeEach
  void serveOnce() throws IOException {
    ServedDirectory.copyTo(folder);
  }

  private boolean isRunning() {
    return Files.exists(pidFile());
  }

  @Test
  void takesOverTheServerOfAKilledProcessAndStopsItWhenClosed() throws Exception {
    try (OtherProcess owner = OtherProcess.on(folder)) {
      owner.kill();
      assertThat(isRunning()).isTrue();
      try (EmbeddedServer server = plan().start()) {
        assertThat(server.wasRunning()).isTrue();
        assertThat(server.port()).isEqualTo(owner.port());
        assertThat(Sql.answer(server.database(), "select 1")).isEqualTo("1");
      }
    }
    assertThat(isRunning()).isFalse();
  }

  @Test
  void isLaunchedOnceAndStoppedByWhicheverProcessClosesLast() throws Exception {
    try (OtherProcess first = OtherProcess.begin(folder);
        OtherProcess second = OtherProcess.begin(folder)) {
      assertThat(first.port()).isEqualTo(second.port());
      first.end();
      assertThat(isRunning()).isTrue();
    }
    assertThat(isRunning()).isFalse();
  }

  @Test
  void isStoppedByTheLastInstanceOfAProcess() throws SQLException {
    EmbeddedServer first = plan().start();
    try (EmbeddedServer second = plan().start()) {
      assertThat(second.wasRunning()).isTrue();
      first.close();
      assertThat(Sql.answer(second.database(), "select 1")).isEqualTo("1");
    }
    assertThat(isRunning()).isFalse();
  }

  @Test
  void runsOnIfLeftRunning() throws SQLException {
    EmbeddedServer first = plan().start();
    first.leaveRunning();
    first.close();
    try (EmbeddedServer second = plan().start()) {
      assertThat(second.wasRunning()).isTrue();
      assertThat(Sql.answer(first.database(), "select 1")).isEqualTo("1");
    }
    assertThat(isRunning()).isFalse();
  }

  @Test
  void recoversAfterTheServerWasKilledToo() throws Exception {
    EmbeddedServer first = plan().start();
    Sql.run(first.database(), "create table kept as select 42 as answer");
    kill();
    first.close();
    try (EmbeddedServer second = plan().start()) {
      assertThat(second.wasRunning()).isFalse();
      assertThat(Sql.answer(second.database(), "select answer from kept")).isEqualTo("42");
    }
  }

  private void kill() throws IOException {
    PostmasterFile file = PostmasterFile.in(folder.resolve("cluster")).orElseThrow();
    ProcessHandle process = ProcessHandle.of(file.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  @Test
  void startsNoSecondServerBesideOneItCannotSee() throws Exception {
    try (OtherProcess other = OtherProcess.on(folder)) {
      kill();
      assertThatThrownBy(() -> plan().start())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContainingAll(folder.toString(), "Another process", "container", "Stop that");
      other.kill();
      plan().start().close();
    }
  }

  @Test
  void isNotMisledByAProcessIdThatAnotherProgramHasNow() throws Exception {
    Process another = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(pidFile(), pidFile(another.pid()));
      plan().start().close();
      assertThat(folder.resolve("cluster/postmaster.pid.stale")).exists();
    } finally {
      another.destroyForcibly();
    }
  }

  @Test
  void startsNothingBesideAProcessAtWorkInTheCluster() throws Exception {
    Path cluster = folder.resolve("cluster");
    Process another = new ProcessBuilder("sleep", "60").directory(cluster.toFile()).start();
    try {
      Files.writeString(pidFile(), pidFile(another.pid()));
      assertThatThrownBy(() -> plan().start())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContainingAll(pidFile().toString(), "remove the file");
      assertThat(pidFile()).exists();
    } finally {
      another.destroyForcibly();
    }
  }

  @Test
  void isNotMisledByAProcessIdThatAnotherServerHasNow() throws Exception {
    EmbeddedServer another = TestServer.shared();
    Path itsFile = another.dataDirectory().resolve("cluster/postmaster.pid");
    Files.copy(itsFile, pidFile());
    try (EmbeddedServer server = plan().start()) {
      assertThat(server.port()).isNotEqualTo(another.port());
    }
  }

  private Path pidFile() {
    return folder.resolve("cluster/postmaster.pid");
  }

  private String pidFile(long pid) {
    return String.join(
        "\n", pid + "", folder + "/cluster", "0", "1", "", "127.0.0.1", "0 0", "ready", "");
  }

  @Test
  void movesToThePortAskedForWhenNobodyUsesIt() throws IOException {
    EmbeddedServer first = plan().start();
    first.leaveRunning();
    int another = Launch.anyFree();
    try (EmbeddedServer second = plan().withPort(another).start()) {
      assertThat(second.port()).isEqualTo(another);
      assertThat(second.wasRunning()).isFalse();
    }
  }

  @Test
  void staysOnItsPortWhileSomebodyUsesIt() throws IOException {
    int another = Launch.anyFree();
    try (EmbeddedServer server = plan().start()) {
      assertThatThrownBy(() -> plan().withPort(another).start())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContainingAll(
              folder.toString(), "listens on port " + server.port(), "not " + another);
    }
  }
}
