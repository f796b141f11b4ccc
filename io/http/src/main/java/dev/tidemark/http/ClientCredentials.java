// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The client asks in its own name, RFC 6749, section 4.4.
 *
 * @param parameters beyond the grant type, such as {@code scope}, {@code resource} or {@code
 *     audience}
 */
public record ClientCredentials(TokenEndpoint endpoint, Map<String, String> parameters)
    implements Grant {
  public ClientCredentials {
    Objects.requireNonNull(endpoint, "endpoint");
    parameters = Map.copyOf(parameters);
  }

  /** For a scope, or several with spaces between them. */
  public static ClientCredentials scoped(TokenEndpoint endpoint, String scope) {
    return new ClientCredentials(endpoint, Map.of("scope", scope));
  }

  @Override
  public Token obtain(Conversation conversation) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.putAll(parameters);
    return TokenAnswers.ask(endpoint.call(form), conversation, secrets()).token();
  }

  @Override
  public List<Secret> secrets() {
    return endpoint.secrets();
  }
}
