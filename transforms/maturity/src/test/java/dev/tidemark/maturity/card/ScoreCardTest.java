// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.GoldenStates;
import dev.tidemark.maturity.score.LevelClose;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.Levels;
import dev.tidemark.maturity.score.MethodBand;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Scoring;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The card of the published example shows the published facts. */
class ScoreCardTest {
  private final Scoring scoring = new Scoring(GoldenStates.model());
  private final String json = ScoreCardJson.write(card());

  @Test
  void holdsTheFieldsOfTheLiveCard() throws JsonProcessingException {
    JsonNode card = new ObjectMapper().readTree(json);
    assertThat(card.get("organisation").asText()).isEqualTo("Acme Ltd");
    assertThat(card.get("model").asText()).isEqualTo("golden 1.0.0");
    assertThat(card.get("provisional").asBoolean()).isTrue();
    assertThat(card.get("maturity").asDouble()).isCloseTo(2.3950208030560054, within(1e-9));
    assertThat(card.get("level").asInt()).isEqualTo(2);
    assertThat(card.get("delta").asDouble()).isCloseTo(0.17171279046772653, within(1e-9));
    assertThat(card.get("subtotals").get("EVIDENCE").asDouble()).isCloseTo(0.120648, within(1e-6));
    assertThat(card.get("next").get(0).get("gain").asDouble()).isCloseTo(.2017, within(1e-4));
    assertThat(card.get("next").get(0).get("action").asText()).isEqualTo("improve");
  }

  @Test
  void listsTheEvidence() throws JsonProcessingException {
    JsonNode evidence = new ObjectMapper().readTree(json).get("evidence");
    JsonNode monitored =
        StreamSupport.stream(evidence.spliterator(), false)
            .filter(entry -> entry.get("indicator").asText().equals("AIG.MON"))
            .findFirst()
            .orElseThrow();
    assertThat(monitored.get("state").asText()).isEqualTo("PARTIAL");
    assertThat(monitored.get("raw").asDouble()).isEqualTo(.25);
    assertThat(monitored.get("n").asDouble()).isEqualTo(4);
    assertThat(monitored.get("e").asDouble()).isEqualTo(.8);
    assertThat(monitored.get("m").asDouble()).isEqualTo(1);
    assertThat(monitored.get("numerator").isNull()).isTrue();
  }

  @Test
  void readsWell() {
    String text = ScoreCardText.render(json, Style.PLAIN);
    assertThat(text)
        .contains(
            "Acme Ltd   observed maturity 2.40  [2.31 - 2.71]   coverage 93% (High)   level 2"
                + " Repeatable")
        .contains("model golden 1.0.0   as of 2026-01-08")
        .contains("provisional until 2026-01-15")
        .contains("method band")
        .contains(
            "7 days  +0.17 = performance +0.10 | evidence +0.12 | freshness -0.05 | scope 0 | model"
                + " 0")
        .contains("+0.143  QUA.LAG")
        .contains("6 h -> 2 h")
        .contains("<- regression")
        .contains("[evidence]")
        .contains("no data from salesforce for 7.5 d")
        .contains("Next   +0.202 AIG.MON");
    assertThat(text).doesNotContain("\u001b");
  }

  @Test
  void coloursOnlyRepeatTheText() {
    String coloured = ScoreCardText.render(json, Style.COLOURED);
    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(ScoreCardText.render(json, Style.PLAIN));
  }

  @Test
  void explainsEveryIndicator() {
    String text = ScoreCardText.renderExplained(json, Style.PLAIN);
    assertThat(GoldenStates.model().indicators().keySet())
        .allSatisfy(id -> assertThat(text).contains(id));
    assertThat(text).contains("PARTIAL").contains("0.881");
  }

  @Test
  void showsWhatIsUnknownAsUnknown() {
    ScoreCard.History history =
        new ScoreCard.History(
            "Acme Ltd",
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            0,
            true);
    String text =
        ScoreCardText.renderExplained(
            ScoreCardJson.write(ScoreCard.of(scoring, GoldenStates.first(), history)), Style.PLAIN);
    assertThat(text)
        .contains("not rated")
        .contains("equal shares assumed")
        .containsPattern(
            "Unseen   \\d+ indicators of databricks; seeing them would narrow the interval by")
        .containsPattern("AIG.MON +UNOBSERVED +\\?");
  }

  @Test
  void refusesWhatIsNoCard() {
    assertThatIllegalArgumentException().isThrownBy(() -> ScoreCardText.render("{", Style.PLAIN));
  }

  private ScoreCard card() {
    Composite overall = scoring.model().overall();
    LocalDate day = LocalDate.of(2026, 1, 8);
    Score score = scoring.score(overall, GoldenStates.last());
    Levels levels = new Levels(scoring.model().levels(), score, GoldenStates.last());
    Change change =
        Explanation.between(scoring, overall, GoldenStates.first(), GoldenStates.last());
    MethodBand band =
        MethodBand.of(scoring.model(), overall, GoldenStates.last(), 7, MethodBand.DRAWS);
    return ScoreCard.of(
        scoring,
        GoldenStates.last(),
        new ScoreCard.History(
            "Acme Ltd",
            Instant.parse("2026-01-08T00:00:00Z"),
            Optional.of(day.plusDays(7)),
            Map.of(
                Composite.OVERALL, LevelState.UNRATED.after(LevelClose.of(day, score, levels, 0))),
            Map.of(Composite.OVERALL, band),
            Optional.of(new CardPeriod(LocalDate.of(2026, 1, 1), change, GoldenStates.first())),
            change.performance(),
            false));
  }
}
