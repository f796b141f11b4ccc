// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.run.OutletRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real broker holds afterwards. */
@Tag("later")
class KafkaOutletTest extends BrokerStage {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void holdsScoresAndWindowsInOrderUnderTheirOrganisation() {
    add(TOPIC, EnumSet.of(EventType.SCORE_CHANGED, EventType.WINDOW_COMMITTED));
    try (OutletRunner runner = OutletRunner.of(stage.access)) {
      runner.start();
      stage.score(1, 0.31);
      stage.commitWindow("ledger", 41);
      List<ConsumerRecord<String, byte[]>> records =
          broker.read(
              TOPIC, found -> told(found, "window.committed") && told(found, "score.changed"));
      assertThat(records)
          .extracting(ConsumerRecord::key)
          .containsOnly(stage.organisation.toString());
      assertThat(records)
          .allSatisfy(
              it ->
                  assertThat(
                          new String(
                              it.headers().lastHeader("content-type").value(),
                              StandardCharsets.UTF_8))
                      .startsWith("application/cloudevents+json"));
      JsonNode window =
          records.stream()
              .map(KafkaOutletTest::json)
              .filter(it -> it.get("type").asText().endsWith("window.committed"))
              .findFirst()
              .orElseThrow();
      assertThat(window.at("/data/sum").asDouble()).isEqualTo(41);
      assertThat(window.at("/data/metric").asText()).isEqualTo("tidemark.data.asset.read");
      assertThat(window.at("/data/grain").asText()).isEqualTo("DAY");
    }
  }

  @Test
  void aBrokerThatIsAwayDelaysNoCommitAndLosesNothing() {
    add(TOPIC, EnumSet.of(EventType.SCORE_CHANGED));
    broker.stop();
    try (OutletRunner runner = OutletRunner.of(stage.access)) {
      runner.start();
      stage.score(1, 0.31);
      until(() -> outlet().failure() != null);
      for (int revision = 2; revision <= 20; revision++) {
        stage.score(revision, 0.3 + revision / 100.0);
      }
      assertThat(stage.texts("SELECT revision::text AS text FROM score_card"))
          .containsExactly("20");
      broker.start();
      stage.outlets.resume(outlet(), "test");
      List<ConsumerRecord<String, byte[]>> records =
          broker.read(TOPIC, found -> revisions(found).contains(20));
      assertThat(revisions(records)).startsWith(1).endsWith(20).isSorted();
    }
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    add("nowhere", EnumSet.of(EventType.SCORE_CHANGED));
    stage.score(1, 0.31);
    try (OutletRunner runner = OutletRunner.of(stage.access)) {
      runner.start();
      until(() -> outlet().failure() != null);
    }
    assertThat(outlet().failure()).contains("topic nowhere");
  }

  private void add(String topic, Set<EventType> events) {
    Map<String, String> settings =
        Map.of(
            "bootstrap-servers",
            broker.address(),
            "topic",
            topic,
            "tls",
            "false",
            "request-timeout",
            "5s");
    add(settings, events);
  }

  private static boolean told(List<ConsumerRecord<String, byte[]>> records, String type) {
    return records.stream().anyMatch(it -> json(it).get("type").asText().endsWith(type));
  }

  private static List<Integer> revisions(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(it -> json(it).at("/data/revision").asInt()).toList();
  }

  private static JsonNode json(ConsumerRecord<String, byte[]> message) {
    try {
      return JSON.readTree(message.value());
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
