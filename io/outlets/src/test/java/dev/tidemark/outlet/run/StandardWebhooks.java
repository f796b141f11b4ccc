// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.outlet.Receiver.Posted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Verifies deliveries as the Standard Webhooks specification says a receiver does. HMAC is computed
 * here from its definition (RFC 2104), so that nothing is shared with what signs.
 */
final class StandardWebhooks {
  private static final int BLOCK = 64;

  private final byte[] key;

  StandardWebhooks(String secret) {
    key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
  }

  /** Whether one of the signatures is ours and the attempt is of the last five minutes. */
  boolean isGenuine(Posted delivery) {
    long sent = Long.parseLong(delivery.header("webhook-timestamp"));
    long age = Math.abs(System.currentTimeMillis() / 1000 - sent);
    String head = delivery.header("webhook-id") + "." + sent + ".";
    String expected =
        "v1," + Base64.getEncoder().encodeToString(hmac(head, delivery.body().array()));
    return age < 300
        && Stream.of(delivery.header("webhook-signature").split(" ")).anyMatch(expected::equals);
  }

  private byte[] hmac(String head, byte[] body) {
    byte[] inner = sha256(padded(0x36), head.getBytes(StandardCharsets.UTF_8), body);
    return sha256(padded(0x5c), inner);
  }

  private byte[] padded(int with) {
    byte[] block = Arrays.copyOf(key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) (block[i] ^ with);
    }
    return block;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        all.writeBytes(part);
      }
      return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
