// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.options.Settings;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

/** What settings become. */
class KafkaTypeTest {
  private static final KafkaType TYPE = new KafkaType();

  @Test
  void isIdempotentAndEncryptedUnlessToldOtherwise() {
    Map<String, Object> told =
        ProducerSettings.of(settings(Map.of("bootstrap-servers", "a:1,b:2")));
    assertThat(told)
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("security.protocol", "SSL");
    new ProducerConfig(withSerializers(told));
  }

  @Test
  void signsInWithoutShowingThePassword() {
    Map<String, Object> told =
        ProducerSettings.of(
            settings(
                Map.of(
                    "bootstrap-servers", "a:1",
                    "user", "tide\"mark",
                    "password", "can\\ary",
                    "mechanism", "scram-sha-256")));
    assertThat(told)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-256");
    assertThat(told.toString()).doesNotContain("ary");
    Password login = (Password) Objects.requireNonNull(told.get("sasl.jaas.config"));
    assertThat(login.value())
        .contains("username=\"tide\\\"mark\"")
        .contains("password=\"can\\\\ary\"");
  }

  @Test
  void aUserNeedsAPassword() {
    assertThatThrownBy(() -> settings(Map.of("bootstrap-servers", "a:1", "user", "somebody")))
        .hasMessageContaining("password");
  }

  private static Settings settings(Map<String, String> values) {
    return TYPE.options().parse(values);
  }

  private static Map<String, Object> withSerializers(Map<String, Object> told) {
    told.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    told.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    return told;
  }
}
