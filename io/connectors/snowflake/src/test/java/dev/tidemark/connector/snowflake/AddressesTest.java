// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.ConnectorException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the connector may be sent to. */
class AddressesTest {
  @Test
  void isToldSomethingOnlyAtTheAccountAndWhereTokensComeFrom() {
    assertThat(account(Map.of()).hosts())
        .containsExactly("acme-prod.snowflakecomputing.com", "login.acme.example");
    assertThat(account(Map.of("url", "https://link.acme.example:8443")).hosts())
        .containsExactly("link.acme.example", "login.acme.example");
  }

  @Test
  void isNotSentToPrivateAddressesWithoutLeave() {
    Map<String, Object> tokens = Map.of("oauth-token-url", "https://169.254.169.254/token");
    assertThatThrownBy(() -> account(tokens).requirePublicAddresses())
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("the option oauth-token-url leads to a private address");
    Map<String, Object> allowed = new HashMap<>(tokens);
    allowed.put("allow-private-addresses", true);
    account(allowed).requirePublicAddresses();
  }

  private static Account account(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("account", "acme-prod");
    settings.put("role", "R");
    settings.put("warehouse", "W");
    settings.put("oauth-client-id", "client");
    settings.put("oauth-client-secret", "secret");
    settings.put("oauth-token-url", "https://login.acme.example/token");
    settings.putAll(more);
    return Account.of(SnowflakeOptions.ALL.parse(settings));
  }
}
