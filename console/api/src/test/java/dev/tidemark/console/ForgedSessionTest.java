// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.access.Token;
import dev.tidemark.model.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions and proofs that are nearly right are not right. */
class ForgedSessionTest {
  private final OrganisationId organisation = Served.organisation();
  private final UUID person = UUID.randomUUID();
  private final Token token = Token.random();

  ForgedSessionTest() {
    Served.change(
        "INSERT INTO console_person (id, name, everywhere) VALUES (?, ?, 'administrator')",
        person,
        "p " + person);
    Served.keep(token, person);
  }

  @Test
  void noCharacterOfASessionMayBeAnother() {
    String real = token.reveal();
    assertThat(status("tidemark_session=" + real)).isEqualTo(200);
    for (int place = 0; place < real.length(); place++) {
      char other = real.charAt(place) == 'A' ? 'B' : 'A';
      String forged = real.substring(0, place) + other + real.substring(place + 1);
      assertThat(status("tidemark_session=" + forged)).as("place " + place).isEqualTo(401);
    }
    for (String forged :
        List.of(
            real.substring(1),
            real + "A",
            real + "=",
            real + "\"",
            "\"" + real,
            " ",
            real.toLowerCase(java.util.Locale.ROOT) + "!")) {
      assertThat(status("tidemark_session=" + forged)).as(forged).isEqualTo(401);
    }
    assertThat(status("__Host-tidemark_session=" + real)).as("another name").isEqualTo(401);
    assertThat(status("tidemark_sign_in=" + real)).as("another cookie").isEqualTo(401);
  }

  /** Whoever reads the database is not let in by what they read. */
  @Test
  void whatTheDatabaseHoldsLetsNobodyIn() {
    byte[] hash =
        Served.DATABASE.transaction(
            session ->
                session.one(
                    "SELECT hash FROM console_session WHERE person_id = ?",
                    row -> row.bytes("hash"),
                    person));
    assertThat(status("tidemark_session=" + HexFormat.of().formatHex(hash))).isEqualTo(401);
    String written = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    assertThat(status("tidemark_session=" + written)).isEqualTo(401);
    assertThat(new String(hash, StandardCharsets.ISO_8859_1)).doesNotContain(token.reveal());
  }

  @Test
  void aProofIsThatOfItsOwnSessionAlone() {
    Visitor own = Served.signedIn(person);
    String other = Served.signedIn(person).get("/api/session").json().path("csrf_token").asText();
    for (String proof : List.of(other, token.reveal(), "", "null", "undefined")) {
      int status =
          own.send("POST", Connecting.all(organisation), "{}", Map.of("X-CSRF-Token", proof))
              .status();
      assertThat(status).as(proof).isEqualTo(403);
    }
  }

  @Test
  void aSessionEndsWithItsPerson() {
    Visitor visitor = Served.signedIn(person);
    assertThat(visitor.get("/api/session").status()).isEqualTo(200);
    Served.change("DELETE FROM console_person WHERE id = ?", person);
    assertThat(visitor.get("/api/session").status()).isEqualTo(401);
  }

  private static int status(String cookie) {
    return Served.visitor().bearing(cookie, "").get("/api/session").status();
  }
}
