// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.console.ConsoleAddress;
import dev.tidemark.console.PortTakenException;
import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.crypto.EncryptionKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class RunningConsoleTest {
  @Test
  void aTakenPortIsNoReasonNotToStartUnlessItWasAskedFor() throws IOException {
    DatabaseAccess access = migrated();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();
      assertThatThrownBy(() -> RunningConsole.at(ConsoleAddress.here(taken), access, null))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("Port " + taken + " is in use");
      try (RunningConsole console = RunningConsole.near(taken, access, null)) {
        assertThat(console.words()).hasSize(3);
        assertThat(console.words().get(0)).contains("port " + taken + " is in use");
        assertThat(console.words().get(1)).startsWith("console on http://127.0.0.1:");
        assertThat(console.words().get(2)).containsPattern("http://127.0.0.1:\\d+/#link=.{43}$");
      }
    }
  }

  private static DatabaseAccess migrated() {
    Database fresh = TestServer.freshDatabase();
    DatabaseAccess access =
        DatabaseAccess.at(fresh.jdbcUrl() + "?user=" + fresh.user())
            .withPassword(fresh.password().reveal())
            .withKey(EncryptionKey.random().reveal());
    access.migrations().apply();
    return access;
  }
}
