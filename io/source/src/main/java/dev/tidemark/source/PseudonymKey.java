// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a pipeline's pseudonyms: HMAC-SHA256 in lower-case hexadecimal, as everywhere in
 * Tidemark. Travels with the job and never shows.
 */
final class PseudonymKey implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final byte[] key;

  private PseudonymKey(byte[] key) {
    this.key = key;
  }

  static PseudonymKey of(byte[] key) {
    if (key.length < SHORTEST) {
      throw new IllegalArgumentException(
          "a pseudonym key has at least "
              + SHORTEST
              + " random bytes, not "
              + key.length
              + ": make one with SecureRandom and keep it");
    }
    return new PseudonymKey(key.clone());
  }

  /** The hash under this key. Not safe for use by several threads. */
  UnaryOperator<String> hash() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return identifier ->
          HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot compute " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
