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
  void obeysAlterSystemExceptForItsPort() throws SQLException {
    try (EmbeddedServer server = plan().start()) {
      Sql.run(server.database(), "alter system set work_mem = '5MB'");
      Sql.run(server.database(), "alter system set port = 1");
    }
    try (EmbeddedServer server = plan().withSetting("work_mem", "6MB").start()) {
      assertThat(Sql.answer(server.database(), "show work_mem")).isEqualTo("5MB");
    }
  }

  @Test
  void takesSettingsBesideItsOwn() throws SQLException {
    try (EmbeddedServer server = plan().withSetting("cluster_name", "it's").start()) {
      assertThat(Sql.answer(server.database(), "show cluster_name")).isEqualTo("it's");
      assertThat(Sql.answer(server.database(), "show shared_buffers")).isEqualTo("64MB");
      assertThat(Sql.answer(server.database(), "show max_connections")).isEqualTo("100");
      assertThat(Sql.answer(server.database(), "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.answer(server.database(), "show fsync")).isEqualTo("off");
      assertThat(Sql.answer(server.database(), "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void losesNothingUnlessToldOtherwise() throws SQLException {
    try (EmbeddedServer server = EmbeddedServer.at(folder).start()) {
      assertThat(Sql.answer(server.database(), "show fsync")).isEqualTo("on");
      assertThat(Sql.answer(server.database(), "show full_page_writes")).isEqualTo("on");
      assertThat(Sql.answer(server.database(), "show synchronous_commit")).isEqualTo("on");
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
      Path file = server.passwordFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).isEqualTo(server.password().reveal());
      assertThat(server.password().toString()).doesNotContain(server.password().reveal());
    }
  }
}
