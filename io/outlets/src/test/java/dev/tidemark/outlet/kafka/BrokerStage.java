// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import static org.awaitility.Awaitility.await;

import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.Stage;
import dev.tidemark.outlet.registry.OutletEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A stage and a broker with one topic, which the outlet of its tests tells. */
abstract class BrokerStage {
  static final String TOPIC = "maturity";
  private static final String OUTLET = "bus";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;
  final Stage stage = new Stage();
  Broker broker;

  @BeforeEach
  void start() throws Exception {
    broker = new Broker(folder);
    broker.create(TOPIC);
  }

  @AfterEach
  void close() {
    broker.close();
    stage.close();
  }

  final void add(Map<String, String> settings, Set<EventType> events) {
    stage.add(new KafkaType(), OUTLET, settings, events);
  }

  final OutletEntry outlet() {
    return stage.entry(OUTLET);
  }

  /** On a slow machine that takes its time. */
  static void until(Callable<Boolean> enough) {
    await().atMost(PATIENCE).until(enough);
  }
}
