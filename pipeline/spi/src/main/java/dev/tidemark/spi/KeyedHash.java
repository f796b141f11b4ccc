// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash that makes pseudonyms of identifiers of persons and roles: HMAC-SHA256 in lower-case
 * hexadecimal, not to be undone without the key. Not safe for use by several threads.
 */
public final class KeyedHash implements UnaryOperator<String> {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  private KeyedHash(Mac mac) {
    this.mac = mac;
  }

  /** The hash under a key, which is not kept. */
  public static KeyedHash under(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return new KeyedHash(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot compute " + ALGORITHM, e);
    }
  }

  @Override
  public String apply(String identifier) {
    return HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
  }
}
