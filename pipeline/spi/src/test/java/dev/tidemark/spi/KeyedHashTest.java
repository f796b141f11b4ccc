// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class KeyedHashTest {
  /** RFC 4231, test case 2. */
  @Test
  void isHmacSha256() {
    KeyedHash hash = KeyedHash.under("Jefe".getBytes(StandardCharsets.US_ASCII));
    String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assertThat(hash.apply("what do ya want for nothing?")).isEqualTo(expected);
    assertThat(hash.apply("what do ya want for nothing?")).as("again").isEqualTo(expected);
  }
}
