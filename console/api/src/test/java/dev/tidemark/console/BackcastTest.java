// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.OrganisationId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The time before a model counted, as it was computed afterwards. */
class BackcastTest {
  private final OrganisationId organisation = Served.organisation();
  private final String scores = "/api/organisations/" + organisation + "/score";
  private final Visitor viewer = Served.member(organisation, "viewer");

  @Test
  void whatWasComputedAfterwardsIsToldApartFromWhatPeopleWereShown() {
    Served.scored(organisation);
    for (int day = 1; day <= 3; day++) {
      close(LocalDate.of(2025, 3, day), "backcast");
    }
    close(LocalDate.of(2025, 3, 4), "final");
    JsonNode part = viewer.get(scores + "/backcast?limit=2").json();
    assertThat(part.path("items").findValuesAsText("day"))
        .containsExactly("2025-03-01", "2025-03-02");
    String next = "/backcast?limit=2&cursor=" + part.path("next").asText();
    JsonNode rest = viewer.get(scores + next).json();
    assertThat(rest.path("items").findValuesAsText("day")).containsExactly("2025-03-03");
    assertThat(rest.at("/items/0/status").asText()).isEqualTo("backcast");
    assertThat(rest.at("/items/0/maturity").asDouble()).isEqualTo(1.5);
    assertThat(viewer.get(scores + "/backcast?since=2025-03-03").json().path("items")).hasSize(1);
    assertThat(viewer.get(scores + "/history").json().path("items").findValuesAsText("day"))
        .containsExactly("2025-03-04");
  }

  private void close(LocalDate day, String status) {
    Object[] close = {organisation.value(), MaturityModel.core().reference(), day, status};
    Served.change(
        """
        INSERT INTO score_close (organisation_id, model, day, status, revision, as_of, card, document)
        VALUES (?, ?, ?, ?, 1, now(), '{}', '')\
        """,
        close);
    Served.change(
        """
        INSERT INTO score_daily (organisation_id, model, day, status, composite, score, low, high, coverage, level_state,
                                 as_of, revision)
        VALUES (?, ?, ?, ?, 'overall', 0.3, 0, 1, 0.5, 'NONE', now(), 1)\
        """,
        close);
  }
}
