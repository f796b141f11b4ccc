// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Connector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many accounts on one server must not use its connections up while they wait for their turn. */
class ManyAccountsTest {
  private static final int ACCOUNTS = 120;

  @Test
  void keepFewIdleConnectionsTogether() {
    try (Estate estate = Estate.on(18)) {
      List<Connector> connectors = new ArrayList<>();
      try {
        for (int account = 0; account < ACCOUNTS; account++) {
          Connector connector = estate.open();
          connectors.add(connector);
          assertThat(Reading.of(connector, "server").records()).isNotEmpty();
        }
      } finally {
        connectors.forEach(Connector::close);
      }
    }
  }
}
