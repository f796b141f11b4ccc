// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How the connector proves who it is: sets what the driver wants to be told. */
sealed interface Credential {
  /** Tells the driver. */
  void tell(Properties driver);

  /** What a refusal of it should be answered by. */
  String remedy();

  /** Where else it is sent to, if anywhere. */
  default Optional<URI> address() {
    return Optional.empty();
  }

  /** The one credential the settings hold. */
  static Credential of(Settings settings) {
    Optional<Secret> key = settings.find(SnowflakeOptions.PRIVATE_KEY);
    Optional<Secret> token = settings.find(SnowflakeOptions.ACCESS_TOKEN);
    Optional<Secret> oauth = settings.find(SnowflakeOptions.OAUTH_TOKEN);
    if (key.isPresent()) {
      return new KeyPair(key.get(), settings.find(SnowflakeOptions.PASSPHRASE).orElse(null));
    }
    return token
        .<Credential>map(AccessToken::new)
        .or(() -> oauth.map(OauthToken::new))
        .orElseGet(() -> OauthClient.of(settings));
  }

  /** A JSON Web Token signed with a private key, made anew by the driver for each login. */
  record KeyPair(Secret pem, @Nullable Secret passphrase) implements Credential {
    @Override
    public void tell(Properties driver) {
      byte[] text = pem.reveal().getBytes(StandardCharsets.UTF_8);
      driver.setProperty("authenticator", "SNOWFLAKE_JWT");
      driver.setProperty("private_key_base64", Base64.getEncoder().encodeToString(text));
      if (passphrase != null) {
        driver.setProperty("private_key_pwd", passphrase.reveal());
      }
    }

    @Override
    public String remedy() {
      return "check that the user's RSA_PUBLIC_KEY belongs to the option private-key, and the"
          + " option user";
    }
  }

  /** A programmatic access token. */
  record AccessToken(Secret token) implements Credential {
    @Override
    public void tell(Properties driver) {
      driver.setProperty("authenticator", "PROGRAMMATIC_ACCESS_TOKEN");
      driver.setProperty("token", token.reveal());
    }

    @Override
    public String remedy() {
      return "give a programmatic-access-token that has not expired and belongs to the user; a"
          + " network policy must allow this machine";
    }
  }

  /** An OAuth access token somebody else renews. */
  record OauthToken(Secret token) implements Credential {
    @Override
    public void tell(Properties driver) {
      driver.setProperty("authenticator", "OAUTH");
      driver.setProperty("token", token.reveal());
    }

    @Override
    public String remedy() {
      return "give an oauth-token that has not expired, or use oauth-client-secret";
    }
  }

  /** An OAuth client that fetches its tokens, through the driver. */
  record OauthClient(String id, Secret secret, URI tokenUrl, @Nullable String scope)
      implements Credential {
    static OauthClient of(Settings settings) {
      return new OauthClient(
          settings.require(SnowflakeOptions.CLIENT_ID),
          settings.require(SnowflakeOptions.CLIENT_SECRET),
          settings.require(SnowflakeOptions.TOKEN_URL),
          settings.find(SnowflakeOptions.SCOPE).orElse(null));
    }

    @Override
    public void tell(Properties driver) {
      driver.setProperty("authenticator", "OAUTH_CLIENT_CREDENTIALS");
      driver.setProperty("oauthClientId", id);
      driver.setProperty("oauthClientSecret", secret.reveal());
      driver.setProperty("oauthTokenRequestUrl", tokenUrl.toString());
      if (scope != null) {
        driver.setProperty("oauthScope", scope);
      }
    }

    @Override
    public Optional<URI> address() {
      return Optional.of(tokenUrl);
    }

    @Override
    public String remedy() {
      return "check oauth-client-id, oauth-client-secret and oauth-token-url, and the security"
          + " integration of the account";
    }
  }
}
