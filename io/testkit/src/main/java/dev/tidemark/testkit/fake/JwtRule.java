// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Accepts JSON Web Tokens signed by RS256 (RFC 7515, RFC 7519) with the private half of a key.
 *
 * @param claims what claims must say; {@code exp} must lie ahead and no further than {@code
 *     longest}
 */
public record JwtRule(
    InstantSource clock, PublicKey key, Map<String, String> claims, Duration longest)
    implements Predicate<String> {
  public JwtRule {
    claims = Map.copyOf(claims);
  }

  @Override
  public boolean test(String token) {
    String[] parts = token.split("\\.");
    try {
      return parts.length == 3
          && json(parts[0]).path("alg").asText().equals("RS256")
          && isSigned(parts)
          && isMeant(json(parts[1]));
    } catch (IllegalArgumentException | JsonProcessingException malformed) {
      return false;
    }
  }

  private boolean isSigned(String[] parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException forged) {
      return false;
    }
  }

  private boolean isMeant(JsonNode payload) {
    Instant now = clock.instant();
    Instant expiry = Instant.ofEpochSecond(payload.path("exp").asLong());
    return expiry.isAfter(now)
        && !expiry.isAfter(now.plus(longest))
        && claims.entrySet().stream()
            .allMatch(it -> says(payload.path(it.getKey()), it.getValue()));
  }

  /** An audience may be one or several. */
  private static boolean says(JsonNode claim, String value) {
    if (!claim.isArray()) {
      return claim.asText().equals(value);
    }
    boolean found = false;
    for (JsonNode one : claim) {
      found |= one.asText().equals(value);
    }
    return found;
  }

  private static JsonNode json(String part) throws JsonProcessingException {
    byte[] decoded = Base64.getUrlDecoder().decode(part);
    return Answer.JSON.readTree(new String(decoded, StandardCharsets.UTF_8));
  }
}
