// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** An RSA key that signs statements. Has no printable form. */
public final class SigningKey {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a key from the text of a PEM file in PKCS#8 form, unencrypted.
   *
   * @param option the option it comes from, for the message
   * @throws ConnectorException of category CONFIG saying how to convert other forms
   */
  public static SigningKey pem(Secret text, String option) {
    String pem = text.reveal().strip();
    if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
      throw unusable(option, "must be an RSA key beginning with " + BEGIN);
    }
    String base64 = pem.substring(BEGIN.length(), pem.length() - END.length());
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      KeyFactory keys = KeyFactory.getInstance("RSA");
      return new SigningKey(keys.generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (IllegalArgumentException | InvalidKeySpecException unreadable) {
      throw unusable(option, "does not hold an RSA key");
    } catch (NoSuchAlgorithmException noRsa) {
      throw new IllegalStateException("every JDK has RSA", noRsa);
    }
  }

  Secret sign(String issuer, String subject, String audience, Instant from, Instant until) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(subject)
            .audience(audience)
            .issueTime(Date.from(from))
            .expirationTime(Date.from(until))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT statement = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      statement.sign(new RSASSASigner(key));
    } catch (JOSEException refused) {
      throw ConnectorException.of(
          Category.CONFIG, "the private key cannot sign: use an RSA key of at least 2048 bits");
    }
    return Secret.of(statement.serialize());
  }

  private static ConnectorException unusable(String option, String what) {
    return ConnectorException.of(
        Category.CONFIG,
        "option "
            + option
            + " "
            + what
            + "; convert with: openssl pkcs8 -topk8 -nocrypt -in key.pem; it is not shown");
  }

  @Override
  public String toString() {
    return "***";
  }
}
