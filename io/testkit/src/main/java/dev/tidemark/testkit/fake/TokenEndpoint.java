// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.fake.Answer.Delivery;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TokenScenes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of OAuth 2.0 (RFC 6749): client credentials, refresh tokens, and JWT bearer
 * assertions (RFC 7523). A client says who it is by HTTP Basic or in the form. Safe for use by
 * several threads.
 */
public final class TokenEndpoint implements Handler, TokenScenes {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final Tokens tokens;
  private final Map<String, String> clients = new HashMap<>();
  private final Set<String> usedUp = new HashSet<>();
  private final Set<String> refreshing = new HashSet<>();
  private final Map<String, Object> extra = new LinkedHashMap<>();
  private boolean singleUse;
  private boolean losesNext;
  private long reused;
  private @Nullable Predicate<String> assertions;

  public TokenEndpoint(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Knows a client. */
  public synchronized TokenEndpoint withClient(String id, String secret) {
    clients.put(id, secret);
    return this;
  }

  /** Takes assertions: a {@link JwtRule} or the like. */
  public synchronized TokenEndpoint withAssertions(Predicate<String> rule) {
    assertions = rule;
    return this;
  }

  /** Takes a refresh token, again and again. */
  public synchronized TokenEndpoint withRefreshToken(String token) {
    refreshing.add(token);
    return this;
  }

  /** Takes a refresh token once and answers with the next. */
  public synchronized TokenEndpoint withSingleUseToken(String token) {
    singleUse = true;
    return withRefreshToken(token);
  }

  /** Answers with a further field, such as the address of the instance. */
  public synchronized TokenEndpoint withField(String name, Object value) {
    extra.put(name, value);
    return this;
  }

  @Override
  public synchronized Answer handle(Request request) {
    Map<String, String> form = request.form();
    String grant = form.getOrDefault("grant_type", "");
    Answer answer =
        switch (grant) {
          case "client_credentials" -> client(request, form).orElseGet(() -> issue(null));
          case "refresh_token" -> refresh(request, form);
          case JWT_BEARER -> assertion(form.getOrDefault("assertion", ""));
          default -> error(400, grant.isEmpty() ? "invalid_request" : "unsupported_grant_type");
        };
    return answer.status() == 200 && losing() ? answer.delivered(Delivery.DROPPED) : answer;
  }

  private boolean losing() {
    boolean loses = losesNext;
    losesNext = false;
    return loses;
  }

  private Optional<Answer> client(Request request, Map<String, String> form) {
    boolean known = clients.entrySet().stream().anyMatch(client -> proves(client, request, form));
    return known ? Optional.empty() : Optional.of(error(401, "invalid_client"));
  }

  private static boolean proves(
      Map.Entry<String, String> client, Request request, Map<String, String> form) {
    String header = BasicGate.value(client.getKey(), client.getValue());
    return request.header("Authorization").filter(header::equals).isPresent()
        || (client.getKey().equals(form.get("client_id"))
            && client.getValue().equals(form.get("client_secret")));
  }

  private Answer refresh(Request request, Map<String, String> form) {
    Optional<Answer> stranger = clients.isEmpty() ? Optional.empty() : client(request, form);
    String token = form.getOrDefault("refresh_token", "");
    if (stranger.isPresent()) {
      return stranger.get();
    }
    if (!refreshing.contains(token)) {
      reused += usedUp.contains(token) ? 1 : 0;
      return error(400, "invalid_grant");
    }
    return singleUse ? issue(rotated(token)) : issue(null);
  }

  private String rotated(String token) {
    String next = "refresh-" + UUID.randomUUID();
    refreshing.remove(token);
    usedUp.add(token);
    refreshing.add(next);
    return next;
  }

  private Answer assertion(String assertion) {
    return assertions != null && assertions.test(assertion)
        ? issue(null)
        : error(400, "invalid_grant");
  }

  private Answer issue(@Nullable String refreshToken) {
    Map<String, Object> fields = new LinkedHashMap<>(extra);
    fields.put("access_token", tokens.issue());
    fields.put("token_type", "Bearer");
    fields.put("expires_in", tokens.lifetime().toSeconds());
    if (refreshToken != null) {
      fields.put("refresh_token", refreshToken);
    }
    return Answer.json(fields).with("Cache-Control", "no-store");
  }

  private static Answer error(int status, String code) {
    return Answer.json(status, Map.of("error", code, "error_description", code.replace('_', ' ')));
  }

  @Override
  public void expire() {
    tokens.expire();
  }

  @Override
  public long issued() {
    return tokens.issued();
  }

  @Override
  public synchronized long reused() {
    return reused + tokens.reused();
  }

  @Override
  public synchronized Played loseRenewal() {
    losesNext = true;
    return Played.yes();
  }
}
