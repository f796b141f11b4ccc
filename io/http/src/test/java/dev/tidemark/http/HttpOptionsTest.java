// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.spi.options.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpOptionsTest {
  private static final Option<Integer> PAGE_SIZE = HttpOptions.pageSize(500, 100);
  private static final Options ALL =
      Options.of(
          HttpOptions.ADDRESS,
          HttpOptions.ALLOW_PRIVATE_ADDRESSES,
          HttpOptions.REQUEST_TIMEOUT,
          PAGE_SIZE,
          AuthenticationOptions.TOKEN,
          AuthenticationOptions.USER,
          AuthenticationOptions.PASSWORD,
          AuthenticationOptions.API_KEY,
          AuthenticationOptions.TOKEN_ADDRESS,
          AuthenticationOptions.CLIENT_ID,
          AuthenticationOptions.CLIENT_SECRET,
          AuthenticationOptions.PRIVATE_KEY,
          AuthenticationOptions.REFRESH_TOKEN,
          AuthenticationOptions.SCOPE);

  @Test
  void everySecretIsMarkedAsOne() {
    assertThat(ALL.all().stream().filter(Option::isSecret).map(Option::name))
        .containsExactly(
            "token", "password", "api-key", "client-secret", "private-key", "refresh-token");
    assertThat(ALL.all()).allSatisfy(option -> assertThat(option.description()).isNotEmpty());
  }

  @Test
  void defaultsAreCareful() {
    Settings settings = ALL.parse(Map.of());
    assertThat(HttpOptions.addresses(settings)).isEqualTo(AddressPolicy.PUBLIC);
    assertThat(HttpOptions.limits(settings).patience()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.require(PAGE_SIZE)).isEqualTo(100);
  }

  @Test
  void settingsAreUsed() {
    Settings settings =
        ALL.parse(
            Map.of(
                "allow-private-addresses", "true",
                "request-timeout", "5s",
                "client-id", "id",
                "client-secret", "s"));
    assertThat(HttpOptions.addresses(settings)).isEqualTo(AddressPolicy.PRIVATE_TOO);
    assertThat(HttpOptions.limits(settings).silence()).isEqualTo(Duration.ofSeconds(5));
    TokenEndpoint endpoint =
        AuthenticationOptions.client(URI.create("https://host.example/token"), settings);
    assertThat(endpoint.clientId()).isEqualTo("id");
  }

  @Test
  void whatIsMissingIsNamed() {
    Settings settings = ALL.parse(Map.of());
    assertThat(Errors.of(() -> AuthenticationOptions.signingKey(settings)))
        .hasMessageContaining("private-key");
    assertThatThrownBy(() -> ALL.parse(Map.of("page-size", "501", "address", "ftp://host.example")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("2 problems");
  }
}
