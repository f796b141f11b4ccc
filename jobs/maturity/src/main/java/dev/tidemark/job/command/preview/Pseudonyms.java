// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.preview;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonyms under a key that is thrown away: a preview shows nobody's name and keeps nothing. */
final class Pseudonyms implements UnaryOperator<String> {
  private static final String HASH = "HmacSHA256";
  private static final int SHOWN = 12;

  private final byte[] key = new byte[32];

  Pseudonyms() {
    new SecureRandom().nextBytes(key);
  }

  @Override
  public String apply(String identifier) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(new SecretKeySpec(key, HASH));
      byte[] hash = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + HASH, impossible);
    }
  }
}
