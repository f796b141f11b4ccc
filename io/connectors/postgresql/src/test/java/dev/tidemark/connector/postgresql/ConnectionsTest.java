// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.spi.Connector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connections accounts keep between polls, and that none stays when they are closed. */
class ConnectionsTest {
  private static final int ACCOUNTS = 120;

  private final Estate estate = Estate.on(18);

  @AfterEach
  void drop() {
    estate.close();
  }

  @Test
  void leavesNothingBehind() {
    try (Connector connector = Opened.on(estate)) {
      assertThat(Reading.of(connector, "server").records()).hasSize(1);
      assertThat(sessionsOfWatcher()).isNotEqualTo("0");
    }
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> sessionsOfWatcher().equals("0"));
    String name = "postgresql 127.0.0.1:" + estate.port();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals(name)));
  }

  @Test
  void keepsFewSessionsOpen() {
    for (int number = 0; number < 5; number++) {
      estate.database("more" + number);
    }
    try (Connector connector = Opened.on(estate)) {
      assertThat(Reading.of(connector, "tables").records()).isEmpty();
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> Integer.parseInt(sessionsOfWatcher()) <= 2);
    }
  }

  @Test
  void areSharedByAccountsWithTheSameLogin() {
    List<Connector> connectors = new ArrayList<>();
    try {
      for (int account = 0; account < ACCOUNTS; account++) {
        Connector connector = Opened.on(estate);
        connectors.add(connector);
        assertThat(Reading.of(connector, "server").records()).isNotEmpty();
      }
      assertThat(sessionsOfWatcher())
          .as("read one after the other, all can use the same connection")
          .isEqualTo("1");
    } finally {
      connectors.forEach(Connector::close);
    }
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> sessionsOfWatcher().equals("0"));
  }

  private String sessionsOfWatcher() {
    return estate.answer(
        "tidemark",
        "select count(*) from pg_stat_activity where usename = '" + estate.watcher() + "'");
  }
}
