// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * Private keys encrypted with a passphrase, as {@code openssl pkcs8 -topk8 -v2 aes256} makes them.
 */
final class EncryptedKey {
  private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
  private static final int ROUNDS = 2048;
  private static final int SALT_BYTES = 16;

  private EncryptedKey() {}

  /** The key as the bytes of an EncryptedPrivateKeyInfo (RFC 5958). */
  static byte[] of(PrivateKey key, String passphrase) {
    try {
      byte[] salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      SecretKey secret =
          SecretKeyFactory.getInstance(SCHEME)
              .generateSecret(new PBEKeySpec(passphrase.toCharArray()));
      Cipher cipher = Cipher.getInstance(SCHEME);
      cipher.init(Cipher.ENCRYPT_MODE, secret, new PBEParameterSpec(salt, ROUNDS));
      // The scheme's parameters by the name that stands for it in such a key.
      AlgorithmParameters named = AlgorithmParameters.getInstance("PBES2");
      named.init(cipher.getParameters().getEncoded());
      return new EncryptedPrivateKeyInfo(named, cipher.doFinal(key.getEncoded())).getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
