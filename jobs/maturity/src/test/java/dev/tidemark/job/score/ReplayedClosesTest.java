// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import static dev.tidemark.job.score.ScoredDatabase.overall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.admin.Scores.DailyScore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P10: closes computed again from what PostgreSQL holds are those that were stored. */
class ReplayedClosesTest {
  private final ScoredDatabase database = new ScoredDatabase();
  private final ReadAccount account = database.connect("one", "postgres://one:5432");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void closesComeOutAsTheyWereStored() {
    OrganisationScorer first = database.scorer();
    for (int day = 0; day < 5; day++) {
      account.read(3 + day);
      database.score(first);
      database.pass(Duration.ofDays(1));
    }
    database.score(first);
    Map<LocalDate, Double> stored = stored();
    assertThat(stored).hasSize(5);
    assertThat(stored.values()).as("every day differs").doesNotHaveDuplicates();
    List<ScoreUpdate> again =
        database.scorer().score(database.organisation, database.now).stream()
            .filter(update -> update.day() != null)
            .toList();
    assertThat(again).extracting(ScoreUpdate::day).containsExactlyElementsOf(stored.keySet());
    assertThat(again)
        .allSatisfy(
            close ->
                assertThat(overall(close))
                    .isCloseTo(stored.getOrDefault(close.day(), -1d), within(1e-9)));
  }

  private Map<LocalDate, Double> stored() {
    Map<LocalDate, Double> scores = new TreeMap<>();
    database
        .administration
        .scores()
        .daily(database.organisation, ScoredDatabase.MODEL, LocalDate.EPOCH)
        .stream()
        .filter(daily -> daily.composite().equals("overall"))
        .forEach((DailyScore daily) -> scores.put(daily.day(), daily.score()));
    return scores;
  }
}
