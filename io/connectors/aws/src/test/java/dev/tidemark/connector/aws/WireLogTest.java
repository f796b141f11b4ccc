// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.spi.Connector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireLogTest {
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final List<Handler> handlers = List.of(root.getHandlers());
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Takes every line, of whatever level. */
  private final Handler everything =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLoggerName() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handlers.forEach(root::removeHandler);
    root.addHandler(everything);
    everything.setLevel(Level.ALL);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void forget() {
    root.removeHandler(everything);
    root.setLevel(before);
    handlers.forEach(root::addHandler);
  }

  /** What the role's key comes with is a secret although nobody has configured it. */
  @Test
  void theTokenOfARoleStaysOutOfTheLogOfTheJdk() {
    try (FakeAws fake = FakeAws.empty()) {
      fake.put(FakeBucket.of("lake", Things.HERE, Instant.EPOCH));
      Map<String, Object> settings = Things.settings(fake);
      settings.put("role-arn", FakeAws.ROLE);
      settings.put("external-id", FakeAws.EXTERNAL_ID);
      try (Connector connector = Things.connector(settings)) {
        assertThat(Reading.of(connector, "s3_buckets").records()).hasSize(1);
      }
    }
    assertThat(lines).isNotEmpty();
    assertThat(lines).noneMatch(line -> line.contains("temporary-token"));
  }
}
