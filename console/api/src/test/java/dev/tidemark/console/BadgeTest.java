// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.console.access.Token;
import dev.tidemark.model.OrganisationId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A badge at an address of its own, which tells nothing but the score. */
class BadgeTest {
  private final OrganisationId organisation = Served.organisation();
  private final String path = "/api/organisations/" + organisation + "/badge";
  private final Visitor administrator = Served.member(organisation, "administrator");
  private final Visitor viewer = Served.member(organisation, "viewer");

  @Test
  void whoeverHasTheAddressSeesTheScoreAndNothingElse() {
    assertThat(viewer.get(path).json().path("address").isNull()).isTrue();
    String address = made();
    Answer shown = Served.visitor().get(address);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(shown.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(shown.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(shown.response().body()).contains(">no score yet<");
    Served.scored(organisation);
    JsonNode told = viewer.get(path).json();
    assertThat(told.at("/address/made_by").asText()).startsWith("administrator ");
    assertThat(Served.visitor().get(address).response().body())
        .contains(">" + told.path("text").asText() + "<", ">data &amp; AI maturity<")
        .doesNotContain(organisation.toString(), "organisation ", "administrator ");
    Map<String, String> known = Map.of("If-None-Match", Served.visitor().get(address).tag());
    assertThat(Served.visitor().send("GET", address, null, known).status()).isEqualTo(304);
  }

  @Test
  void anAddressShowsUntilItIsReplacedOrTakenBack() {
    String first = made();
    String second = made();
    assertThat(Served.visitor().get(first).status()).isEqualTo(404);
    assertThat(Served.visitor().get(second).status()).isEqualTo(200);
    assertThat(administrator.send("DELETE", path, null, Map.of()).status()).isEqualTo(204);
    Answer gone = Served.visitor().get(second);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(viewer.get(path).json().path("address").isNull()).isTrue();
    for (String forged : new String[] {"x", Token.random().reveal()}) {
      assertThat(Served.visitor().get("/api/badges/" + forged).response().body())
          .as("which of them it is, is not told")
          .isEqualTo(gone.response().body());
    }
  }

  @Test
  void anAddressIsKeptAsAHashAndLetsNobodyIn() {
    String token = made().replace("/api/badges/", "");
    assertThat(
            Served.count(
                "SELECT count(*) AS n FROM console_badge b WHERE b::text LIKE ?",
                "%" + token + "%"))
        .isZero();
    assertThat(viewer.get(path).response().body()).doesNotContain(token);
    Visitor bearer = Served.visitor().bearing("tidemark_session=" + token, "");
    assertThat(bearer.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void itNamesNoNumberWithoutItsIntervalAndNoneWhereTooLittleIsSeen() {
    Served.scored(organisation);
    rated(0.7, "2");
    assertThat(text()).isEqualTo("2.34 (1.90–2.81) · level 2");
    rated(0.7, "NULL");
    assertThat(text()).isEqualTo("2.34 (1.90–2.81)");
    rated(0.39, "NULL");
    assertThat(text()).isEqualTo("? (1.90–2.81)");
  }

  private void rated(double coverage, String level) {
    Served.change(
        """
        UPDATE score_live SET score = 0.4688, low = 0.38, high = 0.562, coverage = ?, level = %s
         WHERE organisation_id = ? AND lower(composite) = 'overall'\
        """
            .formatted(level),
        coverage,
        organisation.value());
  }

  private String text() {
    return viewer.get(path).json().path("text").asText();
  }

  private String made() {
    Answer made = administrator.send("POST", path, "{}", Map.of());
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("path").asText();
  }
}
