// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token server written by others understands what is asked of it. */
class OAuthServerTest {
  private final MockOAuth2Server server = new MockOAuth2Server();
  private final URI address;
  private final HttpService service;

  OAuthServerTest() {
    server.start();
    address = server.tokenEndpointUrl("issuer").uri();
    service = Endpoint.at(address).withAddresses(AddressPolicy.PRIVATE_TOO).open();
  }

  @AfterEach
  void close() {
    service.close();
    server.shutdown();
  }

  @Test
  void clientCredentials() throws Exception {
    TokenEndpoint client = TokenEndpoint.at(address).withClient("client", Secret.of("s"));
    Token token = obtain(ClientCredentials.scoped(client, "read write"));
    SignedJWT claims = SignedJWT.parse(token.value().reveal());
    assertThat(claims.getJWTClaimsSet().getSubject()).isEqualTo("client");
    assertThat(token.expires()).isAfter(token.obtained());
  }

  @Test
  void clientCredentialsInTheForm() throws Exception {
    TokenEndpoint client = TokenEndpoint.at(address).withClientInForm("client", Secret.of("s"));
    Token token = obtain(new ClientCredentials(client, Map.of("scope", "x", "audience", "api")));
    SignedJWT claims = SignedJWT.parse(token.value().reveal());
    assertThat(claims.getJWTClaimsSet().getSubject()).isEqualTo("client");
  }

  @Test
  void statementSignedByAKey() throws Exception {
    KeyPair pair = keys();
    TokenEndpoint client = TokenEndpoint.at(address).withClient("client", Secret.of("s"));
    SigningKey key = SigningKey.pem(pem(pair), "private-key");
    JwtBearer grant =
        new JwtBearer(
            client,
            "client",
            "user@example.com",
            "api",
            key,
            java.time.Duration.ofMinutes(3),
            Map.of("scope", "x"));
    Token token = obtain(grant);
    SignedJWT claims = SignedJWT.parse(token.value().reveal());
    assertThat(claims.getJWTClaimsSet().getSubject()).isEqualTo("user@example.com");
  }

  @Test
  void unknownRefreshToken() {
    TokenEndpoint client = TokenEndpoint.at(address).withPublicClient("client");
    TokenStore store = (credential, renewal) -> renewal.apply(Optional.empty());
    RefreshToken grant = RefreshToken.of(client, Secret.of("canary-unknown"), store, "c");
    var failure = Errors.of(() -> obtain(grant));
    assertThat(failure.category()).isEqualTo(Category.AUTH);
    assertThat(failure).hasMessageContaining("invalid_grant").hasMessageNotContaining("canary");
  }

  @Test
  void addressThatIsNoTokenEndpoint() {
    TokenEndpoint client =
        TokenEndpoint.at(server.jwksUrl("issuer").uri()).withClient("client", Secret.of("s"));
    var failure = Errors.of(() -> obtain(ClientCredentials.scoped(client, "x")));
    assertThat(failure.category()).isIn(Category.CONFIG, Category.DATA);
  }

  private Token obtain(Grant grant) {
    return TokenSource.of(grant).current(service.converse());
  }

  static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  static Secret pem(KeyPair pair) {
    String base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    return Secret.of("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }
}
