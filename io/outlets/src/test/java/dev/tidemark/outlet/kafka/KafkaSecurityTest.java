// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.run.OutletRunner;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real broker that wants TLS and a user: who gets in, and what is said to who does not. */
@Tag("later")
class KafkaSecurityTest extends BrokerStage {
  private static final String CATEGORY =
      "SELECT coalesce(failure_category, '') AS text FROM outlets";

  @BeforeEach
  void admitUser() throws Exception {
    broker.admitUser();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scram-sha-256", "scram-sha-512"})
  void theUserIsLetInByEachMechanism(String mechanism) {
    Map<String, String> settings = settings();
    settings.put("mechanism", mechanism);
    settings.put("password", BrokerSecurity.password(mechanism));
    tell(settings, () -> outlet().delivered() > 0);
    assertThat(broker.read(TOPIC, found -> !found.isEmpty())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scram-sha-256", "scram-sha-512"})
  void aWrongPasswordIsNamedAndNotShown(String mechanism) {
    Map<String, String> settings = settings();
    settings.put("mechanism", mechanism);
    settings.put("password", "canary of another");
    assertThat(refusal(settings, "AUTH"))
        .contains("correct user, password and mechanism")
        .doesNotContain("canary");
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsRefused() {
    Map<String, String> settings = settings();
    settings.remove("ca-certificate");
    assertThat(refusal(settings, "CONFIG")).contains("ca-certificate");
  }

  @Test
  void aCertificateForAnotherNameIsRefused() {
    Map<String, String> settings = settings();
    settings.put("bootstrap-servers", broker.misnamedAddress());
    assertThat(refusal(settings, "CONFIG")).contains("certificate");
  }

  /** Why it was told nothing, once it is refused so; a slow broker may have been in vain before. */
  private String refusal(Map<String, String> settings, String category) {
    tell(settings, () -> stage.texts(CATEGORY).contains(category));
    assertThat(outlet().delivered()).isZero();
    return Objects.requireNonNull(outlet().failure());
  }

  private void tell(Map<String, String> settings, Callable<Boolean> enough) {
    add(settings, EnumSet.of(EventType.SCORE_CHANGED));
    try (OutletRunner runner = OutletRunner.of(stage.access)) {
      runner.start();
      stage.score(1, 0.31);
      until(enough);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap-servers", broker.secureAddress());
    settings.put("topic", TOPIC);
    settings.put("ca-certificate", broker.security().authority());
    settings.put("user", BrokerSecurity.USER);
    settings.put("password", BrokerSecurity.password("scram-sha-512"));
    settings.put("request-timeout", "30s");
    return settings;
  }
}
