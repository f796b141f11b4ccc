// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets those pass who bear a token.
 *
 * @param concerned the requests that need one
 * @param accepted whether a token is good
 * @param refusal what is answered otherwise
 */
public record BearerGate(
    Predicate<Request> concerned, Predicate<String> accepted, Function<Request, Answer> refusal)
    implements Gate {
  private static final String BEARER = "bearer ";

  /** Refuses by 401 as RFC 6750 words it, for paths that begin so. */
  public static BearerGate on(String path, Tokens tokens) {
    return new BearerGate(
        request -> request.path().startsWith(path), tokens::accepts, BearerGate::unauthorised);
  }

  @Override
  public Optional<Answer> refuse(Request request) {
    return !concerned.test(request) || token(request).filter(accepted).isPresent()
        ? Optional.empty()
        : Optional.of(refusal.apply(request));
  }

  /** The token a request bears. */
  public static Optional<String> token(Request request) {
    return request
        .header("Authorization")
        .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(it -> it.substring(BEARER.length()).strip());
  }

  private static Answer unauthorised(Request request) {
    return Answer.json(401, Map.of("error", "invalid_token"))
        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }
}
