// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.webhook;

import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a delivery as the Standard Webhooks specification says: HMAC-SHA256 over id, time of the
 * attempt and body, once for each secret.
 */
record WebhookSignature(List<Secret> secrets) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  WebhookSignature {
    secrets = List.copyOf(secrets);
  }

  /** The value of the header {@code webhook-signature}. */
  String of(String id, long seconds, byte[] body) {
    return secrets.stream()
        .map(secret -> "v1," + signed(secret, id + "." + seconds + ".", body))
        .collect(Collectors.joining(" "));
  }

  private static String signed(Secret secret, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  private static byte[] key(Secret secret) {
    return Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
  }
}
