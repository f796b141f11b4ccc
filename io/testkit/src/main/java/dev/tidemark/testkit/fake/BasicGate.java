// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets those pass who know a user's password.
 *
 * @param concerned the requests that need it
 */
public record BasicGate(Predicate<Request> concerned, String user, String password)
    implements Gate {
  @Override
  public Optional<Answer> refuse(Request request) {
    boolean known =
        request.header("Authorization").filter(value(user, password)::equals).isPresent();
    return known || !concerned.test(request)
        ? Optional.empty()
        : Optional.of(Answer.empty(401).with("WWW-Authenticate", "Basic realm=\"fake\""));
  }

  /** The header by which somebody proves to know a password. */
  static String value(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "BasicGate of " + user;
  }
}
