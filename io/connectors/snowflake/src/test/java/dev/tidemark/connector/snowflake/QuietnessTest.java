// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.snowflake.FakeSnowflake;
import dev.tidemark.spi.Connector;
import dev.tidemark.testkit.organisation.Organisation;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The driver speaks to the account and to nobody else, and writes no secret down. */
class QuietnessTest {
  @Test
  void asksNobodyButTheAccountAndLogsNoSecret() {
    Set<String> logged = new ConcurrentSkipListSet<>();
    Set<String> asked = new ConcurrentSkipListSet<>();
    ProxySelector before = ProxySelector.getDefault();
    Logger root = Logger.getLogger("");
    Level level = root.getLevel();
    Handler ear = ear(logged);
    root.setLevel(Level.ALL);
    root.addHandler(ear);
    ProxySelector.setDefault(listening(asked));
    Set<String> canaries = new HashSet<>();
    Instant now = Instant.now();
    try (FakeSnowflake fake =
            FakeSnowflake.still(
                Organisation.of(1, 11, now), Clock.systemUTC(), Duration.ofHours(1));
        Connector connector =
            new SnowflakeType().open(SnowflakeOptions.ALL.parse(fake.settings()))) {
      assertThat(connector.check()).isNotEmpty();
      canaries.addAll(fake.canaries());
      canaries.add(String.valueOf(fake.settings().get("private-key")).lines().toList().get(1));
      assertThat(new PassReader(connector, "users", 100).pass(now).records()).isNotEmpty();
    } finally {
      ProxySelector.setDefault(before);
      root.removeHandler(ear);
      root.setLevel(level);
    }
    assertThat(asked).allMatch(host -> host.equals("127.0.0.1"));
    assertThat(canaries).hasSizeGreaterThan(1);
    assertThat(logged).noneMatch(line -> canaries.stream().anyMatch(line::contains));
  }

  private static ProxySelector listening(Set<String> asked) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.add(String.valueOf(uri.getHost()));
        return List.of(Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        asked.add(String.valueOf(uri.getHost()));
      }
    };
  }

  private static Handler ear(Set<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        if (String.valueOf(record.getLoggerName()).startsWith("net.snowflake")) {
          logged.add(record.getLoggerName() + ": " + record.getMessage());
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
