// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import dev.tidemark.spi.KeyedHash;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/** Pseudonyms under a key that is thrown away: a preview shows nobody's name and keeps nothing. */
final class Pseudonyms implements UnaryOperator<String> {
  private static final int SHOWN = 12;

  private final KeyedHash hash;

  Pseudonyms() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    hash = KeyedHash.under(key);
  }

  @Override
  public String apply(String identifier) {
    return hash.apply(identifier).substring(0, SHOWN);
  }
}
