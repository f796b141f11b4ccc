// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by the code flow of OpenID Connect 1.0 with PKCE. Of what the issuer hands out only
 * the ID token is read, once. For any number of threads; calls block, each for some seconds at
 * most.
 */
public final class OpenId {
  /** How long what the issuer says of itself is taken to hold. */
  private static final Duration GOOD = Duration.ofHours(1);

  /** How long an issuer that could not be asked is left alone. */
  private static final Duration RESTS = Duration.ofSeconds(3);

  private final IssuerSettings settings;
  private @Nullable Provider provider;
  private long askAgain = System.nanoTime();

  /** Nothing is asked of the issuer before somebody wants to sign in. */
  public OpenId(IssuerSettings settings) {
    this.settings = settings;
  }

  /** What people know the issuer as. */
  public String name() {
    return settings.name();
  }

  /** The issuer's identifier. */
  public URI issuer() {
    return settings.issuer();
  }

  /**
   * Where a browser is sent to.
   *
   * @throws IssuerException if the issuer cannot be asked where that is
   */
  public URI authorization(Journey journey) {
    Scope scope = new Scope("openid");
    settings.scopes().forEach(scope::add);
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, scope, new ClientID(settings.clientId()), journey.callback())
        .endpointURI(provider().metadata().getAuthorizationEndpointURI())
        .state(journey.state())
        .nonce(journey.nonce())
        .codeChallenge(journey.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Who came back with a code.
   *
   * @throws IssuerException if the issuer cannot be asked, refuses the code, or what it says cannot
   *     be trusted
   */
  public Identity redeem(Journey journey, String code) {
    Provider asked = provider();
    try {
      HTTPRequest request = request(asked, journey, code).toHTTPRequest();
      request.setConnectTimeout(Provider.PATIENCE);
      request.setReadTimeout(Provider.PATIENCE);
      request.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (response instanceof OIDCTokenResponse success) {
        return identity(asked, journey, success.getOIDCTokens().getIDToken());
      }
      throw IssuerException.refused("it does not take the code", null);
    } catch (ParseException unreadable) {
      throw IssuerException.refused("what it sent is no answer of OpenID Connect", unreadable);
    } catch (IOException silent) {
      throw IssuerException.silent(settings.issuer(), silent);
    }
  }

  private TokenRequest request(Provider asked, Journey journey, String code) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), journey.callback(), journey.verifier());
    ClientID client = new ClientID(settings.clientId());
    URI endpoint = asked.metadata().getTokenEndpointURI();
    Secret secret = settings.clientSecret();
    if (secret == null) {
      return new TokenRequest.Builder(endpoint, client, grant).build();
    }
    var proof = new com.nimbusds.oauth2.sdk.auth.Secret(secret.reveal());
    var proven =
        asked.takesSecretsInForms()
            ? new ClientSecretPost(client, proof)
            : new ClientSecretBasic(client, proof);
    return new TokenRequest.Builder(endpoint, proven, grant).build();
  }

  private Identity identity(Provider asked, Journey journey, JWT token) {
    try {
      var claims = asked.validator(settings.clientId()).validate(token, journey.nonce());
      requireBegun(claims.getDateClaim("nbf"));
      return new Claims(claims.toJSONObject()).identity(settings);
    } catch (BadJOSEException untrusted) {
      throw IssuerException.refused("its ID token cannot be trusted", untrusted);
    } catch (JOSEException keyless) {
      throw IssuerException.silent(settings.issuer(), keyless);
    }
  }

  /** OpenID Connect knows no such time, but whoever writes one means it. */
  private static void requireBegun(@Nullable Date begins) {
    Instant now = Instant.now().plusSeconds(Provider.SKEW_SECONDS);
    if (begins != null && begins.toInstant().isAfter(now)) {
      throw IssuerException.refused("its ID token does not hold yet", null);
    }
  }

  private synchronized Provider provider() {
    if (System.nanoTime() - askAgain >= 0) {
      ask();
    }
    if (provider == null) {
      throw IssuerException.silent(settings.issuer(), null);
    }
    return provider;
  }

  /** Where it does not answer, what it said before goes on to hold. */
  private void ask() {
    try {
      provider = Provider.discovered(settings.issuer());
      askAgain = System.nanoTime() + GOOD.toNanos();
    } catch (GeneralException | IOException silent) {
      askAgain = System.nanoTime() + RESTS.toNanos();
      if (provider == null) {
        throw IssuerException.silent(settings.issuer(), silent);
      }
    }
  }
}
