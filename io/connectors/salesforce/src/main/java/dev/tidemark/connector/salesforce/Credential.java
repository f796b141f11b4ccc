// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.http.AuthenticationOptions;
import dev.tidemark.http.ClientCredentials;
import dev.tidemark.http.Grant;
import dev.tidemark.http.JwtBearer;
import dev.tidemark.http.RefreshToken;
import dev.tidemark.http.TokenEndpoint;
import dev.tidemark.http.TokenSource;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How the settings prove who asks. */
final class Credential {
  /** Within one connector there is one token that changes with use. */
  private static final String NAME = "refresh-token";

  private Credential() {}

  static TokenSource of(Settings settings, TokenStore tokens) {
    return TokenSource.of(grant(settings, tokens));
  }

  private static Grant grant(Settings settings, TokenStore tokens) {
    Optional<Secret> refreshToken = settings.find(SalesforceOptions.REFRESH_TOKEN);
    if (refreshToken.isPresent()) {
      return RefreshToken.of(client(settings), refreshToken.get(), tokens, NAME);
    }
    return settings.find(SalesforceOptions.PRIVATE_KEY).isPresent()
        ? statement(settings)
        : new ClientCredentials(client(settings), Map.of());
  }

  private static Grant statement(Settings settings) {
    return JwtBearer.of(
        TokenEndpoint.at(address(settings)),
        settings.require(SalesforceOptions.CLIENT_ID),
        settings.find(SalesforceOptions.USERNAME).orElseThrow(),
        settings.require(SalesforceOptions.AUDIENCE).toString(),
        AuthenticationOptions.signingKey(settings));
  }

  /** An app that is public has no secret. */
  private static TokenEndpoint client(Settings settings) {
    TokenEndpoint endpoint = TokenEndpoint.at(address(settings));
    String id = settings.require(SalesforceOptions.CLIENT_ID);
    return settings
        .find(SalesforceOptions.CLIENT_SECRET)
        .map(secret -> endpoint.withClientInForm(id, secret))
        .orElseGet(() -> endpoint.withPublicClient(id));
  }

  private static URI address(Settings settings) {
    return settings.require(SalesforceOptions.ADDRESS).resolve("/services/oauth2/token");
  }
}
