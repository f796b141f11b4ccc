// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://198.51.99.1",
        "https://127.0.0.1:8080",
        "https://10.1.2.3",
        "https://172.16.0.1",
        "https://192.168.1.1",
        "https://169.254.169.254",
        "https://100.64.0.1",
        "https://0.0.0.0",
        "https://[::1]",
        "https://[fd00::1]",
        "https://[fe80::1]"
      })
  void refuseWhatIsOpenOrPrivate(String address) {
    assertThatThrownBy(() -> PublicAddresses.require("url", URI.create(address)))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.CONFIG))
        .hasMessageContaining("the option url")
        .hasMessageContaining("allow-private-addresses");
  }

  @Test
  void letPublicOnesPass() {
    PublicAddresses.require("url", URI.create("https://198.51.99.1"));
  }
}
