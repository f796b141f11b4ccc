// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import static dev.tidemark.maturity.live.OneAccount.composite;
import static dev.tidemark.maturity.live.OneAccount.overall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.model.score.ScoreUpdate;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is published of an organisation as days pass. */
final class OrganisationScorerTest {
  private static final String SILENT = "no data from postgres://db:5432 for 9 d";

  private final OneAccount account = new OneAccount();
  private final OrganisationScorer scorer = OrganisationScorer.on(account.ledger);

  @Test
  void whatIsOwnedRaisesTheScore() {
    account.read(2);
    double few = overall(account.score(scorer));
    account.read(9);
    assertThat(overall(account.score(scorer))).isGreaterThan(few);
  }

  @Test
  void aSilentSourceDecaysDayByDay() {
    account.read(10);
    double fresh = overall(account.score(scorer));
    List<Double> days = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      account.clock.advance(Duration.ofDays(1));
      days.add(overall(account.score(scorer)));
    }
    assertThat(days).isSortedAccordingTo((left, right) -> Double.compare(right, left));
    assertThat(days).doesNotHaveDuplicates();
    assertThat(days.get(0)).isLessThan(fresh);
  }

  @Test
  void everyDayIsClosedAndExplained() {
    account.read(4);
    account.score(scorer);
    for (int day = 0; day < 3; day++) {
      account.clock.advance(Duration.ofDays(1));
      account.read(5 + day);
      account.score(scorer);
    }
    assertThat(account.closes())
        .extracting(ScoreUpdate::day)
        .containsExactly(
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-01-02"),
            LocalDate.parse("2026-01-03"));
    assertThat(account.closes()).allSatisfy(OrganisationScorerTest::isExplained);
  }

  @Test
  void theCardExplainsSevenDaysByWhatEachDayTold() throws IOException {
    account.read(6);
    for (int day = 0; day < 9; day++) {
      account.score(scorer);
      account.clock.advance(Duration.ofDays(1));
    }
    JsonNode card = card(account.score(scorer));
    ScoreUpdate start = account.closes().get(2);
    double delta = card.path("delta").asDouble();
    assertThat(card.path("since").asText()).isEqualTo("2026-01-03").isEqualTo("" + start.day());
    assertThat(delta).isNegative();
    assertThat(delta)
        .isCloseTo(card.path("maturity").asDouble() - 5 * overall(start), within(1e-9));
    assertThat(sum(card.path("subtotals"))).isCloseTo(delta, within(1e-9));
    assertThat(card.path("attribution").findValuesAsText("detail")).anyMatch(SILENT::equals);
  }

  @Test
  void aCloseComesOutTheSameWhenComputedAgain() {
    account.read(4);
    account.score(scorer);
    account.clock.advance(Duration.ofDays(1));
    account.score(scorer);
    double published = overall(account.closes().get(0));
    ScoreUpdate again = account.score(OrganisationScorer.on(account.ledger));
    assertThat(overall(account.closes().get(0))).isCloseTo(published, within(1e-9));
    isExplained(again);
  }

  @Test
  void aCloseBecomesFinalWhenLateDataIsOver() {
    account.read(4);
    account.score(scorer);
    account.clock.advance(Duration.ofDays(1));
    account.score(scorer);
    assertThat(account.closes()).extracting(ScoreUpdate::status).containsOnly("provisional");
    account.clock.advance(Duration.ofDays(8));
    account.score(scorer);
    assertThat(account.closes().get(0).status()).isEqualTo("final");
  }

  @Test
  void aMissedNightIsClosedWhenThePipelineIsBack() {
    account.read(4);
    account.score(scorer);
    account.clock.advance(Duration.ofDays(3));
    account.score(OrganisationScorer.on(account.ledger));
    assertThat(account.closes()).hasSize(3);
  }

  /** Read every minute, a stream may be quiet for four; what is older than twice that ages. */
  @Test
  void whatAWorkingStreamMayLeaveOutIsNoAge() throws IOException {
    account.read(10);
    account.clock.advance(Duration.ofMinutes(8));
    assertThat(owners(account.score(scorer)).path("state").asText()).isEqualTo("MEASURED");
    account.clock.advance(Duration.ofMinutes(60));
    JsonNode aged = owners(account.score(scorer));
    assertThat(aged.path("state").asText()).isEqualTo("STALE");
    assertThat(aged.path("g").asDouble()).isCloseTo(Math.pow(2, -60.0 / (30 * 1440)), within(1e-9));
  }

  private static JsonNode owners(ScoreUpdate update) throws IOException {
    return StreamSupport.stream(card(update).path("evidence").spliterator(), false)
        .filter(entry -> entry.path("indicator").asText().equals("GOV.OWN"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode card(ScoreUpdate update) throws IOException {
    return new JsonMapper().readTree(update.card());
  }

  private static double sum(JsonNode amounts) {
    return StreamSupport.stream(amounts.spliterator(), false).mapToDouble(JsonNode::asDouble).sum();
  }

  private static void isExplained(ScoreUpdate update) {
    ScoreUpdate.Composite whole = composite(update);
    Double previous = whole.previous();
    if (previous != null) {
      double sum =
          update.attribution().stream()
              .filter(row -> row.composite().equals("overall"))
              .mapToDouble(ScoreUpdate.AttributionRow::contribution)
              .sum();
      assertThat(sum).isCloseTo(whole.score() - previous, within(1e-9));
    }
  }
}
