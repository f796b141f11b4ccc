// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.tidemark.spi.options.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The installation's key: one or more AES-256 keys as Base64, one per line or separated by commas.
 * The first wraps; every one unwraps, so that keys can be changed while others still read.
 */
public final class EncryptionKey {
  /** What of Tink is used; nothing is registered for the whole JVM. */
  static final Configuration TINK = AeadConfig2026.get();

  private static final int BYTES = 32;

  private final Aead aead;

  private EncryptionKey(Aead aead) {
    this.aead = aead;
  }

  /** A new random key in its text form. */
  public static Secret random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  /** The text form with a new key in front: it wraps from now on, the others still unwrap. */
  public static Secret rotated(Secret text) {
    parse(text);
    return Secret.of(random().reveal() + "\n" + text.reveal());
  }

  /** The text form without the keys behind the first: for when nothing is wrapped with them. */
  public static Secret first(Secret text) {
    return Secret.of(keys(text).findFirst().orElse(""));
  }

  /**
   * Reads the text form; lines that begin with {@code #} are comments.
   *
   * @throws IllegalArgumentException saying what a key looks like, without repeating it
   */
  public static EncryptionKey parse(Secret text) {
    List<byte[]> keys = keys(text).map(EncryptionKey::decoded).toList();
    try {
      return new EncryptionKey(handle(keys).getPrimitive(TINK, Aead.class));
    } catch (GeneralSecurityException failure) {
      throw new IllegalArgumentException("the encryption key cannot be used", failure);
    }
  }

  Aead aead() {
    return aead;
  }

  private static Stream<String> keys(Secret text) {
    return text.reveal()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Stream.of(line.split(",")))
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }

  private static byte[] decoded(String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      if (bytes.length == BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // The message of the decoder would quote a character of the key.
    }
    throw new IllegalArgumentException(
        "an encryption key is 32 random bytes as Base64: make one with openssl rand -base64 32");
  }

  private static KeysetHandle handle(List<byte[]> keys) throws GeneralSecurityException {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no encryption key: make one with openssl rand -base64 32");
    }
    KeysetHandle.Builder builder = KeysetHandle.newBuilder();
    for (byte[] key : keys) {
      KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(key));
      builder.addEntry(builder.size() == 0 ? entry.makePrimary() : entry);
    }
    return builder.setConfiguration(TINK).build();
  }

  @AccessesPartialKey
  private static AesGcmKey key(byte[] bytes) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .setIdRequirement(identity(bytes))
        .build();
  }

  /** The same key has the same number everywhere; the number says nothing about the key. */
  private static int identity(byte[] key) throws NoSuchAlgorithmException {
    return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
  }

  @Override
  public String toString() {
    return "EncryptionKey[***]";
  }
}
