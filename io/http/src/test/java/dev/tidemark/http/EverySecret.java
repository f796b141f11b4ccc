// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of authentication but a key in the query, each with a canary in every secret it takes.
 */
final class EverySecret {
  static final String CANARY = "canary-7f3a";

  private EverySecret() {}

  static Map<String, Authentication> kinds(URI tokens, Secret key) {
    TokenEndpoint endpoint = TokenEndpoint.at(tokens).withClient("id", secret("client"));
    TokenEndpoint form = TokenEndpoint.at(tokens).withClientInForm("id", secret("client"));
    TokenStore store = (credential, renewal) -> renewal.apply(Optional.empty());
    Map<String, String> environment =
        Map.of("IDENTITY_ENDPOINT", tokens.toString(), "IDENTITY_HEADER", CANARY + "-header");
    Map<String, Authentication> kinds = new LinkedHashMap<>();
    kinds.put("bearer", Authentication.bearer(secret("bearer")));
    kinds.put("basic", Authentication.basic("user", secret("password")));
    kinds.put("header", Authentication.keyInHeader("X-Key", secret("key")));
    kinds.put(
        "joint",
        Authentication.bearer(secret("bearer"))
            .and(Authentication.keyInHeader("k", secret("key"))));
    kinds.put("client", token(ClientCredentials.scoped(endpoint, "s")));
    kinds.put("form", token(ClientCredentials.scoped(form, "s")));
    kinds.put("refresh", token(RefreshToken.of(form, secret("refresh"), store, "c")));
    SigningKey signing = SigningKey.pem(key, "private-key");
    kinds.put("jwt", token(JwtBearer.of(endpoint, "i", "s", "a", signing)));
    kinds.put("identity", token(ManagedIdentity.forResource("r", environment)));
    return kinds;
  }

  private static Authentication token(Grant grant) {
    return Authentication.token(TokenSource.of(grant));
  }

  private static Secret secret(String name) {
    return Secret.of(CANARY + " " + name);
  }
}
