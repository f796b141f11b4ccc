// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** The first 128 bits of a SHA-256: keys of fixed size for things of any size. */
final class Digest {
  private final MessageDigest digest;
  private final ByteBuffer pending = ByteBuffer.allocate(1024);

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The digest of texts, in which no two different lists run together. */
  static UUID of(String... texts) {
    Digest digest = new Digest();
    for (String text : texts) {
      digest.add(text);
    }
    return digest.value();
  }

  Digest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  Digest add(byte[] bytes) {
    add(bytes.length);
    flush();
    digest.update(bytes);
    return this;
  }

  Digest add(double number) {
    return add(Double.doubleToLongBits(number));
  }

  Digest add(Instant instant) {
    return add(instant.getEpochSecond()).add(instant.getNano());
  }

  Digest add(long number) {
    if (pending.remaining() < Long.BYTES) {
      flush();
    }
    pending.putLong(number);
    return this;
  }

  UUID value() {
    flush();
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private void flush() {
    digest.update(pending.flip());
    pending.clear();
  }
}
