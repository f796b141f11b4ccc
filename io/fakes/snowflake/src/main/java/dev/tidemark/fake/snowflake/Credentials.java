// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may log in: one user by a key pair or a programmatic access token, one OAuth client. Safe for
 * use by several threads.
 */
final class Credentials {
  private final String account;
  private final String user;
  private final KeyPair keys;
  private final String passphrase = "passphrase-" + UUID.randomUUID();
  private final String accessToken = "pat-" + UUID.randomUUID();
  private final String clientSecret = "client-" + UUID.randomUUID();
  private final Set<String> oauthTokens = ConcurrentHashMap.newKeySet();

  Credentials(String account, String user, KeyPair keys) {
    this.account = account;
    this.user = user;
    this.keys = keys;
  }

  String user() {
    return user;
  }

  /** The user's private key as PKCS#8 PEM. */
  String privateKey() {
    return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  /** The same, encrypted with the passphrase. */
  String encryptedKey() {
    return pem("ENCRYPTED PRIVATE KEY", EncryptedKey.of(keys.getPrivate(), passphrase));
  }

  String passphrase() {
    return passphrase;
  }

  String accessToken() {
    return accessToken;
  }

  String clientId() {
    return "tidemark-client";
  }

  String clientSecret() {
    return clientSecret;
  }

  /** A new OAuth access token. */
  String oauthToken() {
    String token = "oauth-" + UUID.randomUUID();
    oauthTokens.add(token);
    return token;
  }

  Set<String> oauthTokens() {
    return Set.copyOf(oauthTokens);
  }

  /** Whether the OAuth client's credentials are these, as HTTP's basic scheme carries them. */
  boolean isClient(String authorization) {
    String expected =
        Base64.getEncoder()
            .encodeToString((clientId() + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
    return authorization.equals("Basic " + expected);
  }

  /**
   * What is wrong with a login, as code and message between which a space stands; empty if fine.
   */
  String problem(JsonNode login) {
    String token = login.path("TOKEN").asText();
    return switch (login.path("AUTHENTICATOR").asText().toUpperCase(Locale.ROOT)) {
      case "SNOWFLAKE_JWT" ->
          isSigned(token) ? "" : "390144 JWT token is invalid. [" + UUID.randomUUID() + "]";
      case "PROGRAMMATIC_ACCESS_TOKEN" ->
          token.equals(accessToken) && isUser(login)
              ? ""
              : "394400 Programmatic access token is invalid.";
      case "OAUTH" ->
          oauthTokens.contains(token)
              ? ""
              : "390303 Invalid OAuth access token. [" + UUID.randomUUID() + "]";
      default -> "390100 Incorrect username or password was specified.";
    };
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind);
  }

  private boolean isUser(JsonNode login) {
    return login.path("LOGIN_NAME").asText().equalsIgnoreCase(user);
  }

  private boolean isSigned(String token) {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(keys.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2])) && claims(parts[1]);
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return false;
    }
  }

  private boolean claims(String part) {
    JsonNode claims =
        Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    String subject = (account + "." + user).toUpperCase(Locale.ROOT);
    return claims.path("sub").asText().equals(subject)
        && claims.path("iss").asText().equals(subject + "." + fingerprint())
        && Instant.now().getEpochSecond() < claims.path("exp").asLong();
  }

  private String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
      return "SHA256:" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
