// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.tidemark.model.Bytes;
import dev.tidemark.postgres.database.SecretReference;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Seals and opens with the installation's key, which is read when first needed and read anew when
 * something does not open: a key changed under a running process is found. What is sealed for one
 * owner does not open for another. For any number of threads.
 */
public final class Keyring {
  private final SecretReference reference;
  private final AtomicReference<EncryptionKey> current = new AtomicReference<>();

  public Keyring(SecretReference reference) {
    this.reference = reference;
  }

  /** Encrypts under a new key of its own. */
  public Sealed seal(byte[] content, UUID owner) {
    try {
      KeysetHandle key =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, EncryptionKey.TINK);
      return new Sealed(
          wrapped(key, owner), Bytes.wrap(aead(key).encrypt(content, associated(owner))));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the settings cannot be encrypted", failure);
    }
  }

  /**
   * Decrypts.
   *
   * @throws IllegalStateException saying where the key came from, if it is not the one
   */
  public byte[] open(Sealed sealed, UUID owner) {
    try {
      return aead(unwrapped(sealed, owner)).decrypt(sealed.ciphertext().array(), associated(owner));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(
          "what is sealed for "
              + owner
              + " does not open with the encryption key from "
              + reference
              + ": give the key it was sealed with",
          failure);
    }
  }

  /** The same content under the same key, which is wrapped anew with the first key there is. */
  public Sealed rewrap(Sealed sealed, UUID owner) {
    try {
      return new Sealed(wrapped(unwrapped(sealed, owner), owner), sealed.ciphertext());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(
          "the key of " + owner + " does not open with the encryption key from " + reference,
          failure);
    }
  }

  /** Forgets the key it has read, so that the next use reads it anew. */
  public void reload() {
    current.set(null);
  }

  private Bytes wrapped(KeysetHandle key, UUID owner) throws GeneralSecurityException {
    return Bytes.wrap(
        TinkProtoKeysetFormat.serializeEncryptedKeyset(
            key, key().aead(), associated(owner), EncryptionKey.TINK));
  }

  private KeysetHandle unwrapped(Sealed sealed, UUID owner) throws GeneralSecurityException {
    try {
      return unwrappedOnce(sealed, owner);
    } catch (GeneralSecurityException perhapsChanged) {
      reload();
      return unwrappedOnce(sealed, owner);
    }
  }

  private KeysetHandle unwrappedOnce(Sealed sealed, UUID owner) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        sealed.key().array(), key().aead(), associated(owner), EncryptionKey.TINK);
  }

  private EncryptionKey key() {
    EncryptionKey known = current.get();
    if (known != null) {
      return known;
    }
    EncryptionKey read = EncryptionKey.parse(reference.read("the encryption key"));
    current.set(read);
    return read;
  }

  private static Aead aead(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(EncryptionKey.TINK, Aead.class);
  }

  private static byte[] associated(UUID owner) {
    return owner.toString().getBytes(StandardCharsets.UTF_8);
  }
}
