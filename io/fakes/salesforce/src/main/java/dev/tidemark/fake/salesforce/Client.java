// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.JwtRule;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.TokenEndpoint;
import dev.tidemark.testkit.fake.Tokens;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TokenScenes;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The app registered in the organisation, and how it obtains tokens: by a signed statement, in its
 * own name, or by a refresh token good for one use. Lives by the real time, as signatures do.
 */
final class Client implements TokenScenes {
  static final String ID = "3MVG9fake.consumer.key";
  static final String USERNAME = "integration@tidewater.example";
  static final String AUDIENCE = "https://login.salesforce.com";

  private static final Duration SESSION = Duration.ofHours(2);

  private final KeyPair keys;
  private final String secret = "secret-" + UUID.randomUUID();
  private final String refreshToken = "5Aep-" + UUID.randomUUID();
  private final Tokens tokens = new Tokens(Clock.systemUTC(), SESSION);
  private final TokenEndpoint endpoint;
  private final JwtRule signed;

  Client(URI instance, KeyPair keys) {
    this.keys = keys;
    String identity = instance + "/id/" + World.ORGANISATION + "/" + World.USER;
    this.signed = rule(Map.of("iss", ID, "aud", AUDIENCE));
    this.endpoint =
        new TokenEndpoint(tokens)
            .withClient(ID, secret)
            .withSingleUseToken(refreshToken)
            .withAssertions(rule(Map.of("iss", ID, "sub", USERNAME, "aud", AUDIENCE)))
            .withField("instance_url", instance.toString())
            .withField("id", identity);
  }

  private JwtRule rule(Map<String, String> claims) {
    return new JwtRule(Clock.systemUTC(), keys.getPublic(), claims, Duration.ofMinutes(5));
  }

  /** What the token endpoint answers: how long a token lasts, Salesforce does not say. */
  Answer token(Request request) {
    Answer answer = endpoint.handle(request);
    String assertion = request.form().getOrDefault("assertion", "");
    if (answer.status() != 200 && !assertion.isEmpty()) {
      return refused(signed.test(assertion));
    }
    if (answer.status() != 200) {
      return answer;
    }
    try {
      ObjectNode fields = Answer.JSON.readValue(answer.text(), ObjectNode.class);
      fields.remove("expires_in");
      return Answer.json(fields).delivered(answer.delivery());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Answer refused(boolean isSigned) {
    String why = isSigned ? "user hasn't approved this consumer" : "invalid assertion";
    return Answer.json(400, Map.of("error", "invalid_grant", "error_description", why));
  }

  boolean accepts(String token) {
    return tokens.accepts(token);
  }

  Set<String> issuedTokens() {
    return tokens.all();
  }

  String secret() {
    return secret;
  }

  String refreshToken() {
    return refreshToken;
  }

  /** The private key in PKCS#8 form. */
  String privateKey() {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  @Override
  public void expire() {
    endpoint.expire();
  }

  @Override
  public long issued() {
    return endpoint.issued();
  }

  /** Of refresh tokens only: an expired session is presented by whoever has it. */
  @Override
  public long reused() {
    return endpoint.reused() - tokens.reused();
  }

  @Override
  public Played loseRenewal() {
    return endpoint.loseRenewal();
  }
}
