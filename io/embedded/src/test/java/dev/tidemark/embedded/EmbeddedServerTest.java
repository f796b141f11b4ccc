// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

  @TempDir Path folder;

  private ServerPlan plan() {
    return EmbeddedServer.at(folder.resolve("a 'data' $directory")).withoutDurability();
  }

  @Test
  void keepsItsDataPortAndPasswordOverRestarts() throws SQLException {
    int port;
    try (EmbeddedServer server = plan().start()) {
      port = server.port();
      Sql.run(server.database(), "create table kept as select 42 as answer");
    }
    try (EmbeddedServer server = plan().start()) {
      assertThat(server.port()).isEqualTo(port);
      assertThat(Sql.answer(server.database(), "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void answersNobodyOnceClosed() {
    EmbeddedServer server = plan().start();
    server.close();
    server.close();
    assertThatThrownBy(() -> Sql.answer(server.database(), "select 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void keepsItsPasswordInAFileForItsOwnerOnly() throws IOException {
    try (EmbeddedServer server = plan().start()) {
      Path file = server.dataDirectory().resolve("password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).isEqualTo(server.password().reveal());
      assertThat(server.password().toString()).doesNotContain(server.password().reveal());
    }
  }
}
