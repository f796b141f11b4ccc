// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.tidemark.console.Visitor.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an issuer did not say, did not say to us, or does not say now, lets nobody in. */
class ForgedTokenTest {
  private static final PlayedIssuer ISSUER = new PlayedIssuer();
  private static final Console CONSOLE = SignInTest.console(ISSUER.issuer());
  private static final Map<String, Object> ROOT = Map.of("roles", List.of("root"));

  @AfterAll
  static void stop() {
    CONSOLE.close();
    ISSUER.stop();
  }

  @Test
  void whatTheIssuerSignedForUsIsTaken() throws JOSEException {
    Traveller traveller = Traveller.leaving(CONSOLE, "");
    assertThat(status(traveller, signed(traveller, claims -> claims))).isEqualTo(303);
  }

  @Test
  void claimsThatAreNotForNowOrNotForUsAreRefused() throws JOSEException {
    Instant now = Instant.now();
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong =
        Map.of(
            "issuer", claims -> claims.issuer("https://evil.example.com"),
            "no issuer", claims -> claims.issuer(null),
            "audience", claims -> claims.audience("another"),
            "no audience", claims -> claims.audience((String) null),
            "expired", claims -> claims.expirationTime(date(now.minus(Duration.ofMinutes(5)))),
            "never expires", claims -> claims.expirationTime(null),
            "from the future", claims -> claims.issueTime(date(now.plus(Duration.ofMinutes(5)))),
            "another nonce", claims -> claims.claim("nonce", "another"),
            "no nonce", claims -> claims.claim("nonce", null),
            "not yet valid", claims -> claims.notBeforeTime(date(now.plus(Duration.ofMinutes(5)))));
    for (Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> each : wrong.entrySet()) {
      Traveller traveller = Traveller.leaving(CONSOLE, "");
      assertThat(status(traveller, signed(traveller, each.getValue())))
          .as(each.getKey())
          .isEqualTo(401);
    }
  }

  @Test
  void signaturesOfOthersAreRefused() throws JOSEException {
    Traveller stranger = Traveller.leaving(CONSOLE, "");
    String name = ISSUER.key().getKeyID();
    JWSSigner other = new RSASSASigner(PlayedIssuer.fresh(name));
    assertThat(status(stranger, signed(JWSAlgorithm.RS256, other, claims(stranger).build())))
        .as("another key")
        .isEqualTo(401);

    Traveller unsigned = Traveller.leaving(CONSOLE, "");
    assertThat(status(unsigned, new PlainJWT(claims(unsigned).build()).serialize()))
        .as("none")
        .isEqualTo(401);

    Traveller confused = Traveller.leaving(CONSOLE, "");
    JWSSigner publicly = new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded());
    assertThat(status(confused, signed(JWSAlgorithm.HS256, publicly, claims(confused).build())))
        .as("keyed with what is public")
        .isEqualTo(401);

    Traveller secretly = Traveller.leaving(CONSOLE, "");
    JWSSigner shared = new MACSigner("s3cret-of-the-client-s3cret-of-the-client");
    assertThat(status(secretly, signed(JWSAlgorithm.HS256, shared, claims(secretly).build())))
        .as("keyed with a secret")
        .isEqualTo(401);

    Traveller cut = Traveller.leaving(CONSOLE, "");
    String whole = signed(cut, claims -> claims);
    assertThat(status(cut, whole.substring(0, whole.lastIndexOf('.') + 1)))
        .as("no signature")
        .isEqualTo(401);
  }

  @Test
  void aKeyThatChangesInBetweenIsFetched() throws JOSEException {
    whatTheIssuerSignedForUsIsTaken();
    ISSUER.changeKey("second");
    whatTheIssuerSignedForUsIsTaken();
  }

  @Test
  void nothingIsTakenTwice() {
    ISSUER.expect("twice", Map.of("realm_access", ROOT));
    Traveller traveller = Traveller.leaving(CONSOLE, "");
    URI back = ISSUER.visit(traveller.there);
    assertThat(traveller.back(back).status()).isEqualTo(303);
    assertThat(traveller.back(back).status()).as("the state again").isEqualTo(401);
    Traveller again = Traveller.leaving(CONSOLE, "");
    String code = Traveller.code(back);
    assertThat(again.back(code).status()).as("the code again").isEqualTo(401);
  }

  @Test
  void nothingIsTakenOfAnotherBrowser() {
    Traveller victim = Traveller.leaving(CONSOLE, "");
    Traveller attacker = Traveller.leaving(CONSOLE, "");
    URI back = ISSUER.visit(attacker.there);
    assertThat(victim.back(back).status()).as("another's state").isEqualTo(401);
    URI mixed =
        URI.create(
            back.getPath() + "?state=" + victim.asked("state") + "&code=" + Traveller.code(back));
    assertThat(victim.back(mixed).status())
        .as("another's code: the verifier is not its own")
        .isEqualTo(401);
    assertThat(
            new Visitor(CONSOLE.origin(), Served.HEARD)
                .get(back.getPath() + "?" + back.getQuery())
                .status())
        .as("no cookie")
        .isEqualTo(401);
  }

  @Test
  void refusalsAndOtherIssuersAreToldWithoutTheirWords() {
    Traveller refused = Traveller.leaving(CONSOLE, "");
    Answer answer =
        refused.back(
            URI.create(
                Traveller.BEGIN
                    + "/callback?error=access_denied&error_description=%3Cscript%3E&state="
                    + refused.asked("state")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().body()).contains("access_denied").doesNotContain("script");
    Traveller page = Traveller.leaving(CONSOLE, "");
    page.visitor.bearing(page.cookie, "");
    Answer shown =
        page.visitor.send(
            "GET",
            Traveller.BEGIN + "/callback?error=%3Cb%3E&state=" + page.asked("state"),
            null,
            Map.of("Accept", "text/html"));
    assertThat(shown.header("Content-Type")).startsWith("text/html");
    assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(shown.response().body()).contains("no reason").doesNotContain("<b>");
    Traveller mixed = Traveller.leaving(CONSOLE, "");
    assertThat(mixed.back("code&iss=https%3A%2F%2Fevil.example.com").status()).isEqualTo(401);
  }

  private static int status(Traveller traveller, String token) {
    ISSUER.forge(token);
    Answer back = traveller.back("code");
    boolean begun =
        Traveller.cookies(back).stream().anyMatch(it -> it.startsWith("tidemark_session="));
    assertThat(begun).isEqualTo(back.status() == 303);
    return back.status();
  }

  private static String signed(Traveller traveller, UnaryOperator<JWTClaimsSet.Builder> change)
      throws JOSEException {
    JWTClaimsSet claims = change.apply(claims(traveller)).build();
    return signed(JWSAlgorithm.RS256, new RSASSASigner(ISSUER.key()), claims);
  }

  private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID(ISSUER.key().getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  /** Those that are taken. */
  private static JWTClaimsSet.Builder claims(Traveller traveller) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER.issuer())
        .audience("console")
        .subject("forged")
        .issueTime(date(now))
        .expirationTime(date(now.plus(Duration.ofMinutes(5))))
        .claim("nonce", traveller.asked("nonce"))
        .claim("realm_access", ROOT);
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }
}
