// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.asset;
import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.AttributionRow;
import dev.tidemark.model.score.ScoreUpdate.Composite;
import dev.tidemark.model.score.ScoreUpdate.IndicatorRow;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Models.Model;
import dev.tidemark.postgres.admin.Scores.DailyScore;
import dev.tidemark.postgres.admin.Scores.Reason;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.ScoreStore.StoredClose;
import dev.tidemark.spi.ledger.ScoreStore.StoredModel;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final String MODEL = "core-1.0.0";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final Fixture fixture = Fixture.shared();
  private final ScoreStore scores = fixture.ledger.scores();
  private final Administration administration = Administration.of(fixture.access);

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void anOlderRevisionNeverOverwritesANewerOne() {
    scores.write(List.of(live(5, NOON, 0.5, null)));
    scores.write(List.of(live(4, NOON.plusSeconds(60), 0.4, null)));
    scores.write(List.of(live(5, NOON.minusSeconds(60), 0.3, null)));
    assertThat(liveScore()).isEqualTo(0.5);
    scores.write(List.of(live(5, NOON.plusSeconds(60), 0.6, null)));
    assertThat(liveScore()).isEqualTo(0.6);
    scores.write(List.of(live(6, NOON, 0.7, null)));
    assertThat(liveScore()).isEqualTo(0.7);
    assertThat(administration.scores().card(fixture.organisation, MODEL).orElseThrow())
        .satisfies(card -> assertThat(card.json()).contains("0.7"));
  }

  @Test
  void aLiveScoreThatItsReasonsDoNotExplainIsRefused() {
    AttributionRow half = new AttributionRow("overall", "GOV.OWN", "all", "DATA", 0.1);
    assertThatThrownBy(() -> scores.write(List.of(live(1, NOON, 0.5, 0.3, half))))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("adds up to 0.1");
    assertThat(administration.scores().card(fixture.organisation, MODEL)).isEmpty();
    AttributionRow rest = new AttributionRow("overall", "GOV.OWN", "all", "SCOPE", 0.1);
    scores.write(List.of(live(1, NOON, 0.5, 0.3, half, rest)));
    assertThat(administration.scores().reasons(fixture.organisation, MODEL)).hasSize(2);
    AttributionRow whole = new AttributionRow("overall", "SEC.MFA", "all", "DATA", 0.2);
    scores.write(List.of(live(2, NOON, 0.5, 0.3, whole)));
    assertThat(administration.scores().reasons(fixture.organisation, MODEL))
        .containsExactly(new Reason("overall", "SEC.MFA", "all", "DATA", 0.2));
  }

  @Test
  void nobodyChangesAnAttributionBehindTheScore() {
    AttributionRow row = new AttributionRow("overall", "GOV.OWN", "all", "DATA", 0.2);
    scores.write(List.of(close(DAY, 1, "provisional", 0.5, 0.3, row)));
    for (String hand :
        List.of(
            "UPDATE score_attribution SET contribution = 0.1 WHERE organisation_id = ?",
            "DELETE FROM score_attribution WHERE organisation_id = ?",
            "UPDATE score_daily SET score = 0.9 WHERE organisation_id = ?")) {
      assertThatThrownBy(() -> fixture.change(hand, fixture.organisation.value()))
          .as(hand)
          .hasMessageContaining("attribution");
    }
  }

  @Test
  void closesAreFoundAgainAndFinalOnesOnlyRestated() {
    scores.write(
        List.of(
            close(DAY, 1, "provisional", 0.3, null),
            close(DAY.plusDays(1), 2, "provisional", 0.4, null)));
    assertThat(scores.lastClose(fixture.organisation, MODEL, DAY.plusDays(1)))
        .contains(new StoredClose(DAY, 1, "document of 2026-03-01"));
    assertThat(scores.lastClose(fixture.organisation, MODEL, DAY)).isEmpty();
    assertThat(scores.provisionalCloses(fixture.organisation, MODEL))
        .extracting(StoredClose::day)
        .containsExactly(DAY, DAY.plusDays(1));
    scores.write(List.of(close(DAY, 3, "final", 0.35, null)));
    scores.write(List.of(close(DAY, 4, "provisional", 0.1, null)));
    assertThat(dailyScores())
        .containsExactly("2026-03-01 final 0.35", "2026-03-02 provisional 0.4");
    scores.write(List.of(close(DAY, 5, "restated", 0.36, null)));
    assertThat(dailyScores()).contains("2026-03-01 restated 0.36");
    assertThat(
            fixture.number(
                "SELECT count(*) AS number FROM indicator_daily WHERE organisation_id = ?",
                fixture.organisation.value()))
        .isEqualTo(2);
  }

  @Test
  void reasonsOfAPeriodAreTheSumOfItsDays() {
    for (int day = 1; day <= 3; day++) {
      AttributionRow row = new AttributionRow("overall", "GOV.OWN", "all", "DATA", 0.1);
      double previous = 0.1 * day;
      scores.write(List.of(close(DAY.plusDays(day), day, "final", previous + 0.1, previous, row)));
    }
    assertThat(
            administration
                .scores()
                .reasons(fixture.organisation, MODEL, DAY.plusDays(1), DAY.plusDays(3)))
        .containsExactly(new Reason("overall", "GOV.OWN", "all", "DATA", 0.2));
  }

  @Test
  void theCountsOfADayAreKeptWithItsFirstCloseOnly() {
    StreamId stream = fixture.newStream();
    var lease = fixture.taken(stream);
    fixture
        .ledger
        .streams()
        .commit(List.of(commit(stream, lease, 0, 1).upsert(asset("a", "true")).build()));
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    scores.write(List.of(close(yesterday, 1, "provisional", 0.3, null)));
    fixture
        .ledger
        .streams()
        .commit(List.of(commit(stream, lease, 1, 2).upsert(asset("b", "true")).build()));
    scores.write(List.of(close(yesterday, 2, "provisional", 0.3, null)));
    scores.write(List.of(close(DAY.minusYears(1), 2, "provisional", 0.3, null)));
    assertThat(
            fixture.ledger.evidence().closed(fixture.organisation, yesterday).orElseThrow().cells())
        .singleElement()
        .satisfies(cell -> assertThat(cell.count()).isEqualTo(1));
    assertThat(fixture.ledger.evidence().closed(fixture.organisation, DAY.minusYears(1))).isEmpty();
  }

  @Test
  void listenersHearOfEachChange() throws SQLException {
    try (Listener listener = new Listener(fixture.access, "tidemark_score")) {
      scores.write(List.of(live(5, NOON, 0.5, null)));
      scores.write(List.of(live(4, NOON, 0.4, null)));
      scores.write(List.of(live(6, NOON, 0.6, null)));
      assertThat(listener.heard(2))
          .first()
          .isEqualTo(
              "{\"organisation\":\"%s\",\"model\":\"core-1.0.0\",\"revision\":5,\"M\":2.5,\"asOf\":\"2026-03-01T12:00:00Z\"}"
                  .formatted(fixture.organisation));
    }
  }

  @Test
  void oneModelIsActiveAndItsContentNeverChanges() {
    try (Fixture own = Fixture.fresh();
        Administration people = Administration.of(own.access)) {
      people.models().register("core-1", "1.0.0", "a: 1");
      people.models().register("core-1", "1.0.0", "a: 1");
      people.models().register("core-2", "2.0.0", "a: 2");
      assertThatThrownBy(() -> people.models().register("core-1", "1.0.0", "a: 3"))
          .hasMessageContaining("other content");
      assertThatThrownBy(() -> people.models().activate("core-3")).hasMessageContaining("core-3");
      people.models().activate("core-1");
      people.models().shadow("core-2");
      assertThat(own.ledger.scores().models())
          .containsExactly(
              new StoredModel("core-1", "active", "a: 1"),
              new StoredModel("core-2", "shadow", "a: 2"));
      long revision = own.revision();
      people.models().activate("core-2");
      assertThat(own.revision()).isEqualTo(revision + 1);
      assertThat(people.models().list())
          .extracting(Model::id, Model::status)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("core-1", "retired"),
              org.assertj.core.groups.Tuple.tuple("core-2", "active"));
    }
  }

  private ScoreUpdate live(
      long revision, Instant asOf, double score, @Nullable Double previous, AttributionRow... why) {
    return update(null, revision, asOf, "live", score, previous, why);
  }

  private ScoreUpdate close(
      LocalDate day,
      long revision,
      String status,
      double score,
      @Nullable Double previous,
      AttributionRow... why) {
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return update(day, revision, end, status, score, previous, why);
  }

  private ScoreUpdate update(
      @Nullable LocalDate day,
      long revision,
      Instant asOf,
      String status,
      double score,
      @Nullable Double previous,
      AttributionRow... why) {
    Composite overall =
        new Composite("overall", score, score - 0.1, score + 0.1, 0.8, 2, "held", previous);
    IndicatorRow indicator =
        new IndicatorRow(
            "GOV.OWN", "all", "OBSERVED", 0.5, 1.0, 2.0, null, null, 0.5, 1, null, 0.25);
    return new ScoreUpdate(
        fixture.organisation,
        MODEL,
        revision,
        asOf,
        day,
        status,
        List.of(overall),
        List.of(indicator),
        List.of(why),
        "{\"S\":" + score + "}",
        "document of " + day);
  }

  private double liveScore() {
    return Double.parseDouble(
        fixture.text(
            "SELECT score::text AS text FROM score_live WHERE organisation_id = ?",
            fixture.organisation.value()));
  }

  private List<String> dailyScores() {
    return administration.scores().daily(fixture.organisation, MODEL, DAY).stream()
        .map((DailyScore s) -> s.day() + " " + s.status() + " " + s.score())
        .toList();
  }
}
