// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.options.Secret;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  @Test
  void statementSaysWhatItShouldAndTheJdkVerifiesIt() throws Exception {
    KeyPair pair = OAuthServerTest.keys();
    SigningKey key = SigningKey.pem(OAuthServerTest.pem(pair), "private-key");
    Instant now = Instant.parse("2026-11-26T10:00:00Z");
    String[] parts = key.sign("i", "s", "a", now, now.plusSeconds(180)).reveal().split("\\.");
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(pair.getPublic());
    verifier.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    assertThat(json(parts[0]).get("alg").asText()).isEqualTo("RS256");
    JsonNode claims = json(parts[1]);
    assertThat(claims.get("iss").asText()).isEqualTo("i");
    assertThat(claims.get("sub").asText()).isEqualTo("s");
    assertThat(claims.get("aud").asText()).isEqualTo("a");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(180);
    assertThat(key).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----"
      })
  void otherTextsAreRefusedWithoutBeingShown(String text) {
    var failure = Errors.of(() -> SigningKey.pem(Secret.of(text), "private-key"));
    assertThat(failure.category()).isEqualTo(Category.CONFIG);
    assertThat(failure)
        .hasMessageContaining("option private-key")
        .hasMessageContaining("openssl pkcs8")
        .hasMessageNotContaining("canary");
  }

  private static JsonNode json(String part) throws Exception {
    return JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(part));
  }
}
