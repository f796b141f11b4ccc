// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestServerTest {

  @Test
  void isOnePerProcessWithADatabaseForEverybody() throws SQLException {
    Database first = TestServer.freshDatabase();
    Database second = TestServer.freshDatabase();
    Sql.run(first, "create table here (id int)");
    assertThat(second.jdbcUrl()).isNotEqualTo(first.jdbcUrl());
    assertThat(Sql.answer(second, "select to_regclass('here')")).isNull();
    assertThat(TestServer.shared()).isSameAs(TestServer.shared());
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void isThereForEveryMajor(int major) throws SQLException {
    EmbeddedServer server = TestServer.ofMajor(major);
    assertThat(server.version().major()).isEqualTo(major);
    Database database = server.freshDatabase();
    Sql.run(database, "create extension pg_stat_statements");
    assertThat(Sql.answer(database, "select upper('é') || ('a' > 'B')")).isEqualTo("Étrue");
    assertThat(Sql.answer(database, "show data_checksums")).isEqualTo("on");
    assertThat(Sql.answer(database, "show password_encryption")).isEqualTo("scram-sha-256");
  }

  @Test
  void clearsAwayWhatAKilledProcessLeftBehind() throws IOException {
    Path folder = TestFolders.next();
    try (OtherProcess process = OtherProcess.on(folder)) {
      Instant later = Instant.now().plusSeconds(1);
      assertThat(TestFolders.abandoned(later)).doesNotContain(folder);
      process.kill();
      assertThat(TestFolders.abandoned(later)).contains(folder);
      assertThat(TestFolders.abandoned(Instant.EPOCH)).isEmpty();
      TestFolders.clear(folder);
    }
    assertThat(Files.exists(folder)).isFalse();
  }
}
