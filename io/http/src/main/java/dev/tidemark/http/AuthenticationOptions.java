// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.net.URI;

/** Options about credentials, declared once; a connector takes those its source knows. */
public final class AuthenticationOptions {
  public static final Option<Secret> TOKEN =
      Option.secret("token").describedAs("A token that is sent as it is.");
  public static final Option<String> USER = Option.text("user").describedAs("The user's name.");
  public static final Option<Secret> PASSWORD =
      Option.secret("password").describedAs("The user's password.");
  public static final Option<Secret> API_KEY =
      Option.secret("api-key").describedAs("The key the source issued.");
  public static final Option<URI> TOKEN_ADDRESS =
      Option.uri("token-address", "https", "http")
          .describedAs("Address of the endpoint that issues tokens.");
  public static final Option<String> CLIENT_ID =
      Option.text("client-id").describedAs("Id of the client registered at the source.");
  public static final Option<Secret> CLIENT_SECRET =
      Option.secret("client-secret").describedAs("The client's secret.");
  public static final Option<Secret> PRIVATE_KEY =
      Option.secret("private-key")
          .describedAs("RSA key the client signs with: a PEM file in PKCS#8 form, unencrypted.");
  public static final Option<Secret> REFRESH_TOKEN =
      Option.secret("refresh-token")
          .describedAs("Refresh token from authorising the client once in a browser.");
  public static final Option<String> SCOPE =
      Option.text("scope").describedAs("What the token is asked to allow.");

  private AuthenticationOptions() {}

  /** The key of the option private-key. */
  public static SigningKey signingKey(Settings settings) {
    return SigningKey.pem(required(settings, PRIVATE_KEY), PRIVATE_KEY.name());
  }

  /** An endpoint with the settings' client, proved by the header Authorization. */
  public static TokenEndpoint client(URI endpoint, Settings settings) {
    return TokenEndpoint.at(endpoint)
        .withClient(required(settings, CLIENT_ID), required(settings, CLIENT_SECRET));
  }

  private static <T> T required(Settings settings, Option<T> option) {
    return settings
        .find(option)
        .orElseThrow(
            () ->
                ConnectorException.of(
                    Category.CONFIG, "option " + option.name() + " is needed: set it"));
  }
}
