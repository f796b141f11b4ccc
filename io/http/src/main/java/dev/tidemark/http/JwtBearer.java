// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The client signs a statement that it speaks for a user, RFC 7523 with RS256.
 *
 * @param issuer who signs, usually the client's id
 * @param subject whom it speaks for
 * @param audience whom the statement is for
 * @param lifetime how long the statement is good
 * @param parameters beyond grant type and assertion, such as {@code scope}
 */
public record JwtBearer(
    TokenEndpoint endpoint,
    String issuer,
    String subject,
    String audience,
    SigningKey key,
    Duration lifetime,
    Map<String, String> parameters)
    implements Grant {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  public JwtBearer {
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(key, "key");
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("a statement is good for longer than nothing");
    }
    parameters = Map.copyOf(parameters);
  }

  /** A statement good for three minutes. */
  public static JwtBearer of(
      TokenEndpoint endpoint, String issuer, String subject, String audience, SigningKey key) {
    return new JwtBearer(endpoint, issuer, subject, audience, key, Duration.ofMinutes(3), Map.of());
  }

  @Override
  public Token obtain(Conversation conversation) {
    Instant now = conversation.now();
    Secret assertion = key.sign(issuer, subject, audience, now, now.plus(lifetime));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", GRANT);
    form.put("assertion", assertion.reveal());
    form.putAll(parameters);
    List<Secret> hidden = List.of(assertion);
    return TokenAnswers.ask(endpoint.call(form), conversation, hidden).token();
  }

  @Override
  public List<Secret> secrets() {
    return endpoint.secrets();
  }
}
