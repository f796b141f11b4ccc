// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.KeyedHash;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/** The key of a pipeline's pseudonyms. Travels with the job and never shows. */
final class PseudonymKey implements Serializable {
  private static final long serialVersionUID = 1L;
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
    return KeyedHash.under(key);
  }

  @Override
  public String toString() {
    return "***";
  }
}
