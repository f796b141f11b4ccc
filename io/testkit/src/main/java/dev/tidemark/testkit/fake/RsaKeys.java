// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * RSA keys of 2048 bits for services that verify signatures. To find the primes of a key takes
 * seconds of a processor, each time a service is started; here they are known, to everybody, and
 * open nothing but what is played.
 */
public final class RsaKeys {
  private static final BigInteger P =
      prime(
          "d52e34d20132c7f9aa20e6ac83a984b0f3bb31304447786c6bdcf5c0d8472f29",
          "034a80f76f186de132e604bc1d6f258e3a5ace2ce05652ed64f008e5401745fb",
          "a49403d4951bea9cf35da244bd618aac67a5fc1afbe0239322faf29e9beb1df4",
          "7aed7cfa4021ede1f1be595e1aa348f5ae660229e15bc234ba2c4ffa1a8864ff");
  private static final BigInteger Q =
      prime(
          "db695244b7d7cf41618f6108aee9603e707d193f333244fc303a9b3fabe6c5f2",
          "e2a5c7cf47e6dba7c2a0390ea7af13b2905acd05901386827a4c7bbbdad9766e",
          "dccb4091d5e18ffed69e58d54ce0368df45346d3355474303d31ce074e1cb87f",
          "f7db27abb3802c819f57b83d4d50a442054b8397825e7df98ee680e7c120bf87");

  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

  private RsaKeys() {}

  /** The keys of the user that is known, the same every time. */
  public static KeyPair known() {
    BigInteger modulus = P.multiply(Q);
    BigInteger lessP = P.subtract(BigInteger.ONE);
    BigInteger lessQ = Q.subtract(BigInteger.ONE);
    BigInteger secret = EXPONENT.modInverse(lessP.multiply(lessQ));
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
          factory.generatePrivate(
              new RSAPrivateCrtKeySpec(
                  modulus,
                  EXPONENT,
                  secret,
                  P,
                  Q,
                  secret.mod(lessP),
                  secret.mod(lessQ),
                  Q.modInverse(P))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM knows no RSA", impossible);
    }
  }

  /** Keys of somebody nobody knows, others each time. */
  public static KeyPair unknown() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM knows no RSA", impossible);
    }
  }

  private static BigInteger prime(String... lines) {
    return new BigInteger(String.join("", lines), 16);
  }
}
