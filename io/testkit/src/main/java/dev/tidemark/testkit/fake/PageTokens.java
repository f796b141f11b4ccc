// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * Opaque tokens for the next page: they belong to one query and expire. Stateless, so that a token
 * can be presented again.
 *
 * @param lifetime how long a token is good
 */
public record PageTokens(InstantSource clock, Duration lifetime) {
  private static final String MARK = "p1";

  /**
   * A token.
   *
   * @param query what the listing is of: the same text takes it again
   * @param next where the next page begins
   */
  public String of(String query, long next) {
    Instant expiry = clock.instant().plus(lifetime);
    String plain = MARK + ":" + next + ":" + query.hashCode() + ":" + expiry.getEpochSecond();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where the page a token stands for begins; empty for a token of another query, an old or no
   * token.
   */
  public OptionalLong offset(String query, String token) {
    String[] parts = decoded(token).split(":");
    return parts.length == 4
            && parts[0].equals(MARK)
            && parts[2].equals(String.valueOf(query.hashCode()))
            && clock.instant().getEpochSecond() <= Long.parseLong(parts[3])
        ? OptionalLong.of(Long.parseLong(parts[1]))
        : OptionalLong.empty();
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException foreign) {
      return "";
    }
  }
}
