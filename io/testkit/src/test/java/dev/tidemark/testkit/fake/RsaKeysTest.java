// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import org.junit.jupiter.api.Test;

class RsaKeysTest {
  private static final byte[] TEXT = "signed".getBytes(StandardCharsets.UTF_8);

  @Test
  void whatTheKnownSignIsVerified() throws GeneralSecurityException {
    assertThat(isVerified(RsaKeys.known(), sign(RsaKeys.known()))).isTrue();
  }

  @Test
  void whatOthersSignIsNot() throws GeneralSecurityException {
    assertThat(isVerified(RsaKeys.known(), sign(RsaKeys.unknown()))).isFalse();
  }

  private static byte[] sign(KeyPair keys) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(TEXT);
    return signature.sign();
  }

  private static boolean isVerified(KeyPair keys, byte[] signed) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update(TEXT);
    return signature.verify(signed);
  }
}
