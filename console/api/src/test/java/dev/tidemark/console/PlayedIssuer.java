// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;

/** An issuer written by others, whose keys change when told to and whose tokens can be forged. */
final class PlayedIssuer {
  private static final String ID = "main";
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private final Keys keys = new Keys();
  private final Forger forger = new Forger();
  private final MockOAuth2Server server;

  PlayedIssuer() {
    OAuth2TokenProvider tokens = new OAuth2TokenProvider(keys);
    server = new MockOAuth2Server(new OAuth2Config(false, null, null, false, tokens), forger);
    server.start();
  }

  private static final class Keys extends KeyProvider {
    private volatile RSAKey current = fresh("first");

    @Override
    public JWK signingKey(String issuer) {
      return current;
    }
  }

  /** Answers in the place of the issuer where there is something to forge. */
  private static final class Forger implements Route {
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();

    @Override
    public boolean match(OAuth2HttpRequest request) {
      return request.getUrl().encodedPath().endsWith("/token") && !tokens.isEmpty();
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      String body =
          "{\"token_type\":\"Bearer\",\"access_token\":\"x\",\"expires_in\":60,\"id_token\":\"%s\"}"
              .formatted(tokens.remove());
      Headers headers = Headers.of("Content-Type", "application/json");
      return new OAuth2HttpResponse(headers, 200, body, null);
    }
  }

  String issuer() {
    return server.issuerUrl(ID).toString();
  }

  /** What the issuer signs with at the moment. */
  RSAKey key() {
    return keys.current;
  }

  void changeKey(String name) {
    keys.current = fresh(name);
  }

  /** Says that of whoever comes next. */
  void expect(String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(ID, subject, "JWT", List.of("console"), claims, 3600));
  }

  /** Hands that out to whoever comes next, in the place of an ID token of its own. */
  void forge(String token) {
    forger.tokens.add(token);
  }

  /** Goes where a browser is sent; answers where it is sent back to. */
  URI visit(URI there) {
    HttpRequest request = HttpRequest.newBuilder(there).build();
    try {
      return URI.create(
          BROWSER.send(request, BodyHandlers.ofString()).headers().firstValue("Location").get());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException("the issuer does not answer", failure);
    }
  }

  void stop() {
    server.shutdown();
  }

  static RSAKey fresh(String name) {
    try {
      return new RSAKeyGenerator(2048).keyID(name).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java has RSA", impossible);
    }
  }
}
