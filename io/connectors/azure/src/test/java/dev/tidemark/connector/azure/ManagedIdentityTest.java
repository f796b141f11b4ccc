// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.azure.FakeAzure;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.fake.Request;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The machine's identity is asked for where that is chosen, and never otherwise. */
class ManagedIdentityTest {
  private final FakeAzure fake = FakeAzure.empty(VirtualClock.at(Instant.now()));

  /** What App Service names in the environment of a process. */
  private final Map<String, String> environment =
      Map.of(
          "IDENTITY_ENDPOINT",
          fake.address() + "/metadata/identity/oauth2/token",
          "IDENTITY_HEADER",
          FakeAzure.SECRET);

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void asksTheMachineWhereItsIdentityIsChosen() {
    assertThat(check(Map.of("managed-identity", true, "client-id", "chosen")))
        .allMatch(CheckResult::passed);
    Request asked = toMachine().get(0);
    assertThat(asked.query("resource")).contains(fake.address() + "/");
    assertThat(asked.query("client_id")).contains("chosen");
  }

  @Test
  void leavesTheMachineAloneOtherwise() {
    check(Map.of("client-id", FakeAzure.CLIENT, "client-secret", FakeAzure.SECRET));
    assertThat(toMachine()).isEmpty();
  }

  private List<Request> toMachine() {
    return fake.server().journal().requests(it -> it.path().startsWith("/metadata"));
  }

  private List<CheckResult> check(Map<String, Object> credential) {
    Map<String, Object> settings = new HashMap<>(credential);
    settings.put("tenant-id", FakeAzure.TENANT);
    settings.put("address", fake.address().toString());
    settings.put("login-address", fake.address().toString());
    settings.put("allow-private-addresses", true);
    Settings parsed = new AzureType().description().options().parse(settings);
    try (AzureConnector connector = AzureConnector.of(parsed, environment)) {
      return connector.check();
    }
  }
}
