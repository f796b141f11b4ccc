// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import org.junit.jupiter.api.Test;

class VendorDriverTest {
  @Test
  void isAskedForInWordsWhereItIsMissing() {
    assertThatThrownBy(() -> VendorDriver.require(ClassLoader.getPlatformClassLoader()))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.CONFIG))
        .hasMessageContaining("snowflake-jdbc")
        .hasMessageContaining("lib folder");
  }

  @Test
  void isHere() {
    VendorDriver.require();
  }
}
