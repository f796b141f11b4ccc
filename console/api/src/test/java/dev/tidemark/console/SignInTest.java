// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.console.access.People;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.model.OrganisationId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Signing in with an issuer that others wrote: who comes in, as whom, and for how long. */
class SignInTest {
  private static final PlayedIssuer ISSUER = new PlayedIssuer();
  private static final OrganisationId TEAM = Served.organisation();
  private static final Console CONSOLE = console(ISSUER.issuer());

  @AfterAll
  static void stop() {
    CONSOLE.close();
    ISSUER.stop();
  }

  static Console console(String issuer) {
    return Console.start(
        ConsoleAddress.here(0), Served.ACCESS, Served.installed().with(settings(issuer)));
  }

  private static IssuerSettings settings(String issuer) {
    return IssuerSettings.of(
        Map.of(
            "issuer", issuer,
            "name", "Example",
            "client-id", "console",
            "client-secret", "s3cret-of-the-client",
            "roles-claim", "realm_access.roles",
            "roles", List.of("team=editor@" + name(TEAM), "root=administrator")));
  }

  private static String name(OrganisationId organisation) {
    return Served.DATABASE.transaction(
        session ->
            session.one(
                "SELECT name FROM organisation WHERE id = ?",
                row -> row.text("name"),
                organisation.value()));
  }

  @Test
  void whoWasGrantedARoleComesInByAnAddressAndIsKnownByTheSubjectFromThenOn() {
    String address = UUID.randomUUID() + "@example.com";
    String subject = UUID.randomUUID().toString();
    OrganisationId organisation = Served.organisation();
    new People(Served.DATABASE).grant(address, organisation, Role.VIEWER);
    assertThat(
            new Visitor(CONSOLE.origin(), Served.HEARD)
                .get("/api/sign-in")
                .json()
                .at("/openid/name")
                .asText())
        .isEqualTo("Example");
    ISSUER.expect(
        subject,
        Map.of("email", address.toUpperCase(java.util.Locale.ROOT), "email_verified", true));
    Traveller traveller = Traveller.leaving(CONSOLE, "?destination=/connectors");
    assertThat(traveller.asked("code_challenge_method")).isEqualTo("S256");
    Answer back = traveller.back(ISSUER.visit(traveller.there));
    assertThat(back.header("Location")).endsWith("/connectors");
    assertThat(Traveller.cookies(back))
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("tidemark_session=")
                    .contains("HttpOnly", "SameSite=Strict", "Path=/"))
        .anySatisfy(it -> assertThat(it).startsWith("tidemark_sign_in=;"));
    Visitor viewer = traveller.signedIn(back);
    assertThat(viewer.get("/api/session").json().at("/person/name").asText()).isEqualTo(address);
    assertThat(viewer.get("/api/organisations/" + organisation + "/streams").status())
        .isEqualTo(200);
    assertThat(viewer.send("DELETE", "/api/session", null, Map.of()).status()).isEqualTo(204);
    assertThat(viewer.get("/api/session").status()).isEqualTo(401);
    assertThat(comes(subject, Map.of()).get("/api/session").json().at("/person/name").asText())
        .isEqualTo(address);
    assertThat(refused("another", Map.of("email", address, "email_verified", true)))
        .as("the address passed to somebody else")
        .isEqualTo(403);
  }

  @Test
  void aSubjectMayBeGrantedARoleToo() {
    String subject = UUID.randomUUID().toString();
    OrganisationId organisation = Served.organisation();
    new People(Served.DATABASE).grant("subject:" + subject, organisation, Role.EDITOR);
    Visitor editor = comes(subject, Map.of());
    assertThat(editor.get("/api/organisations/" + organisation + "/estate").status())
        .isEqualTo(200);
  }

  @Test
  void whatTheIssuerSaysSomebodyMayDoHoldsUntilItSaysOtherwise() {
    String subject = UUID.randomUUID().toString();
    String audit = "/api/organisations/" + TEAM + "/audit";
    Visitor editor =
        comes(subject, Map.of("realm_access", Map.of("roles", List.of("other", "team"))));
    assertThat(editor.get(audit).status()).as("an editor").isEqualTo(403);
    assertThat(editor.get("/api/organisations/" + Served.organisation() + "/audit").status())
        .isEqualTo(404);
    Visitor administrator = comes(subject, Map.of("realm_access", Map.of("roles", "root")));
    assertThat(administrator.get(audit).status()).isEqualTo(200);
    assertThat(administrator.get("/api/organisations/" + Served.organisation() + "/audit").status())
        .isEqualTo(200);
    Visitor nobody = comes(subject, Map.of());
    assertThat(nobody.get(audit).status()).isEqualTo(404);
    assertThat(nobody.get("/api/organisations").json().path("items")).isEmpty();
  }

  @Test
  void nobodyComesInWhomNobodyKnows() {
    String address = UUID.randomUUID() + "@example.com";
    new People(Served.DATABASE).grant(address, null, Role.VIEWER);
    assertThat(refused("s1", Map.of("email", address))).as("not verified").isEqualTo(403);
    assertThat(refused("s2", Map.of("email", address, "email_verified", "true")))
        .as("a text")
        .isEqualTo(403);
    assertThat(refused("s3", Map.of("email", "x@example.com", "email_verified", true)))
        .isEqualTo(403);
    assertThat(refused("Administrator", Map.of())).as("a name is no subject").isEqualTo(403);
  }

  @Test
  void pagesToComeBackToAreOwnOnes() {
    Visitor visitor = new Visitor(CONSOLE.origin(), Served.HEARD);
    for (String elsewhere :
        List.of(
            "https://evil.example",
            "//evil.example",
            "/%5Cevil.example",
            "/\\evil",
            "evil",
            "/%09/evil",
            "/%0D%0ASet-Cookie:x=y",
            "/api/session",
            "javascript:x")) {
      String sent =
          elsewhere.startsWith("/%")
              ? elsewhere
              : java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8);
      Answer answer = visitor.get(Traveller.BEGIN + "?destination=" + sent);
      assertThat(answer.status()).as(elsewhere).isEqualTo(400);
      assertThat(answer.header("Location")).isEmpty();
    }
  }

  @Test
  void anIssuerThatIsDownIsSaidToBeWithWhatToDo() {
    PlayedIssuer issuer = new PlayedIssuer();
    String address = issuer.issuer();
    try (Console console = console(address)) {
      Traveller traveller = Traveller.leaving(console, "");
      issuer.stop();
      Answer answer = traveller.back("code");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.json().path("type").asText()).isEqualTo("urn:tidemark:problem:issuer");
      assertThat(answer.json().path("detail").asText())
          .contains(address, "see that it runs", "Links let people in");
    }
    try (Console console = console(address)) {
      Visitor visitor = new Visitor(console.origin(), Served.HEARD);
      assertThat(visitor.get(Traveller.BEGIN).status()).isEqualTo(502);
    }
  }

  @Test
  void whereThereIsNoIssuerThatIsSaid() {
    assertThat(Served.visitor().get("/api/sign-in").json().path("openid").isNull()).isTrue();
    Answer answer = Served.visitor().get(Traveller.BEGIN);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asText()).contains("--sign-in");
  }

  /** On a server of its own: the others would have to wait, too. */
  @Test
  void attemptsAreSlowedDown() {
    try (Console console = console(ISSUER.issuer())) {
      Visitor visitor = new Visitor(console.origin(), Served.HEARD);
      String lost = Traveller.BEGIN + "/callback?state=x&code=y";
      Answer answer = visitor.get(lost);
      for (int attempt = 0; attempt < 300 && answer.status() == 401; attempt++) {
        answer = visitor.get(lost);
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(visitor.get(Traveller.BEGIN).status()).isEqualTo(429);
    }
  }

  private static Visitor comes(String subject, Map<String, Object> claims) {
    ISSUER.expect(subject, claims);
    Traveller traveller = Traveller.leaving(CONSOLE, "");
    return traveller.signedIn(traveller.back(ISSUER.visit(traveller.there)));
  }

  private static int refused(String subject, Map<String, Object> claims) {
    ISSUER.expect(subject, claims);
    Traveller traveller = Traveller.leaving(CONSOLE, "");
    Answer back = traveller.back(ISSUER.visit(traveller.there));
    assertThat(Traveller.cookies(back)).noneMatch(it -> it.startsWith("tidemark_session="));
    return back.status();
  }
}
