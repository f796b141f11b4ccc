// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;

/** What the producer is told: idempotent, accepted by all replicas, bounded in time. */
final class ProducerSettings {
  private ProducerSettings() {}

  static Map<String, Object> of(Settings settings) {
    int timeout = (int) settings.require(KafkaType.REQUEST_TIMEOUT).toMillis();
    Map<String, Object> told = new HashMap<>();
    told.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.require(KafkaType.BOOTSTRAP_SERVERS));
    told.put(ProducerConfig.CLIENT_ID_CONFIG, "tidemark");
    told.put(ProducerConfig.ACKS_CONFIG, "all");
    told.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    told.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    told.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeout);
    told.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    told.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    secure(settings, told);
    return told;
  }

  private static void secure(Settings settings, Map<String, Object> told) {
    boolean tls = settings.require(KafkaType.TLS);
    Optional<String> user = settings.find(KafkaType.USER);
    String protocol = (user.isPresent() ? "SASL_" : "") + (tls ? "SSL" : "PLAINTEXT");
    told.put("security.protocol", protocol);
    settings.find(KafkaType.CA_CERTIFICATE).ifPresent(pem -> trust(pem, told));
    user.ifPresent(name -> signIn(name, settings, told));
  }

  private static void trust(Secret pem, Map<String, Object> told) {
    told.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
    told.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, new Password(pem.reveal()));
  }

  private static void signIn(String user, Settings settings, Map<String, Object> told) {
    KafkaType.Mechanism mechanism = settings.require(KafkaType.MECHANISM);
    String module = mechanism == KafkaType.Mechanism.PLAIN ? "plain.Plain" : "scram.Scram";
    String login =
        "org.apache.kafka.common.security.%sLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(
                module, escaped(user), escaped(settings.require(KafkaType.PASSWORD).reveal()));
    told.put(SaslConfigs.SASL_MECHANISM, mechanism.kafkaName());
    told.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(login));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
