// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import static dev.tidemark.job.score.ScoredDatabase.overall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.live.Backcast;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.AttributionRow;
import dev.tidemark.postgres.admin.Scores.DailyScore;
import dev.tidemark.postgres.admin.Scores.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * P13 of a running job: the first scores of a model tell in one MODEL line what the change of model
 * did to the state the one before was last closed with; what happened since is told as ever.
 */
class SuccessionTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private final ScoredDatabase database = new ScoredDatabase();
  private final ReadAccount account = database.connect("one", "postgres://one:5432");
  private final OrganisationScorer scorer = database.scorer();

  @BeforeEach
  void closeThreeDays() {
    for (int day = 0; day < 3; day++) {
      account.read(3 + day);
      database.score(scorer);
      database.pass(Duration.ofDays(1));
    }
    database.score(scorer);
    account.read(6);
    database.score(scorer);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aMinorModelIsOneModelLineBesideWhatHappened() {
    assertIsOneModelLine(OtherModel.minor().in(database));
  }

  /** The old snapshot says nothing of a new indicator: both models must see the same evidence. */
  @Test
  void soIsOneWithOtherIndicators() {
    assertIsOneModelLine(OtherModel.renamed().in(database));
  }

  private void assertIsOneModelLine(OtherModel next) {
    double old = closes(ScoredDatabase.MODEL).get(2).score();
    double recast = recast(next, yesterday());
    assertThat(recast).as("the models differ").isNotCloseTo(old, within(1e-4));
    ScoreUpdate live = activate(next);
    assertThat(live.model()).isEqualTo(next.id());
    assertThat(previous(live)).isEqualTo(old);
    assertThat(lines(live, "MODEL")).hasSize(1);
    assertThat(lines(live, "MODEL").get(0)).isCloseTo(recast - old, EXACTLY);
    assertThat(lines(live, "PERFORMANCE")).as("more are owned since").isNotEmpty();
    assertThat(lines(live, "RESTATEMENT")).isEmpty();
    assertThat(sum(live)).isCloseTo(overall(live) - old, EXACTLY);
    assertThat(lines(database.score(database.scorer()), "MODEL"))
        .as("nor does a restart forget it")
        .isEqualTo(lines(live, "MODEL"));
  }

  @Test
  void aPatchIsNoLine() {
    ScoreUpdate before = database.score(scorer);
    ScoreUpdate live = activate(OtherModel.patch().in(database));
    assertThat(overall(live)).isCloseTo(overall(before), within(1e-12));
    assertThat(lines(live, "MODEL")).isEmpty();
    assertThat(sum(live)).isCloseTo(sum(before), EXACTLY);
  }

  @Test
  void theFirstCloseTellsItAndTheNextDoesNot() {
    OtherModel next = OtherModel.minor().in(database);
    LocalDate last = yesterday();
    double old = closes(ScoredDatabase.MODEL).get(2).score();
    List<DailyScore> frozen = closes(ScoredDatabase.MODEL);
    double model = lines(activate(next), "MODEL").get(0);
    for (int day = 0; day < 3; day++) {
      database.pass(Duration.ofDays(1));
      account.read(7 + day);
      assertThat(lines(database.score(scorer), "MODEL")).as("day %s", day).isEmpty();
    }
    assertThat(closes(next.id()))
        .extracting(DailyScore::day)
        .containsExactly(last.plusDays(1), last.plusDays(2), last.plusDays(3));
    assertThat(closes(ScoredDatabase.MODEL))
        .as("the old series stays as it was")
        .extracting(DailyScore::day, DailyScore::score)
        .containsExactlyElementsOf(
            frozen.stream()
                .map(it -> org.assertj.core.groups.Tuple.tuple(it.day(), it.score()))
                .toList());
    assertThat(closes(ScoredDatabase.MODEL)).extracting(DailyScore::status).containsOnly("final");
    List<DailyScore> published = published();
    assertThat(published).hasSize(6);
    List<Reason> reasons = reasons(published.get(0).day());
    assertThat(reasons)
        .filteredOn(it -> it.reason().equals("MODEL"))
        .singleElement()
        .satisfies(it -> assertThat(it.contribution()).isCloseTo(model, EXACTLY));
    assertThat(reasons.stream().mapToDouble(Reason::contribution).sum())
        .isCloseTo(published.get(5).score() - published.get(0).score(), EXACTLY);
    assertThat(old).isEqualTo(published.get(2).score());
  }

  @Test
  void aShadowBecomesTheModelThatCounts() {
    OtherModel next = OtherModel.minor().in(database);
    database.administration.models().shadow(next.id());
    for (int day = 0; day < 2; day++) {
      database.pass(Duration.ofDays(1));
      account.read(7 + day);
      database.score(scorer);
    }
    assertThat(closes(next.id())).as("shadows begin where the others stand").hasSize(2);
    double shadowed = closes(next.id()).get(1).score();
    double old = closes(ScoredDatabase.MODEL).get(4).score();
    ScoreUpdate live = activate(next);
    assertThat(previous(live)).isEqualTo(old);
    assertThat(lines(live, "MODEL")).hasSize(1);
    assertThat(lines(live, "MODEL").get(0)).isCloseTo(shadowed - old, EXACTLY);
    assertThat(sum(live)).isCloseTo(overall(live) - old, EXACTLY);
  }

  @Test
  void whoeverChangesTheirMindBeforeACloseFollowsTheOneThatWasPublished() {
    activate(OtherModel.minor().in(database));
    OtherModel next = OtherModel.renamed().in(database);
    double old = closes(ScoredDatabase.MODEL).get(2).score();
    assertThat(previous(activate(next))).isEqualTo(old);
    database.administration.models().activate(ScoredDatabase.MODEL);
    database.pass(Duration.ofMinutes(1));
    ScoreUpdate back = database.score(scorer);
    assertThat(previous(back)).isEqualTo(old);
    assertThat(lines(back, "MODEL")).as("it is the old one again").isEmpty();
  }

  private ScoreUpdate activate(OtherModel next) {
    database.administration.models().activate(next.id());
    database.pass(Duration.ofMinutes(1));
    return database.score(scorer);
  }

  private double recast(OtherModel model, LocalDate day) {
    List<Double> scores = new ArrayList<>();
    Backcast.of(database.ledger, model.id(), database.organisation, database.now)
        .rehearse(
            new Backcast.Span(day, day), step -> scores.add(overall(step.close().orElseThrow())));
    return scores.get(0);
  }

  private LocalDate yesterday() {
    return LocalDate.ofInstant(database.now, ZoneOffset.UTC).minusDays(1);
  }

  private List<DailyScore> closes(String model) {
    return database
        .administration
        .scores()
        .daily(database.organisation, model, LocalDate.EPOCH)
        .stream()
        .filter(daily -> daily.composite().equals("overall"))
        .toList();
  }

  private List<DailyScore> published() {
    return database
        .administration
        .scores()
        .published(database.organisation, LocalDate.EPOCH)
        .stream()
        .filter(daily -> daily.composite().equals("overall"))
        .toList();
  }

  private List<Reason> reasons(LocalDate after) {
    return database
        .administration
        .scores()
        .publishedReasons(database.organisation, after, yesterday())
        .stream()
        .filter(reason -> reason.composite().equals("overall"))
        .toList();
  }

  private static double previous(ScoreUpdate update) {
    Double previous =
        update.composites().stream()
            .filter(composite -> composite.name().equals("overall"))
            .findFirst()
            .orElseThrow()
            .previous();
    return previous == null ? Double.NaN : previous;
  }

  private static List<Double> lines(ScoreUpdate update, String reason) {
    return update.attribution().stream()
        .filter(row -> row.composite().equals("overall") && row.reason().equals(reason))
        .map(AttributionRow::contribution)
        .toList();
  }

  private static double sum(ScoreUpdate update) {
    return update.attribution().stream()
        .filter(row -> row.composite().equals("overall"))
        .mapToDouble(AttributionRow::contribution)
        .sum();
  }
}
