// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import static dev.tidemark.job.score.ScoredDatabase.overall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.live.Backcast;
import dev.tidemark.maturity.live.Backcast.Span;
import dev.tidemark.maturity.live.Backcast.Step;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.IndicatorRow;
import dev.tidemark.postgres.admin.Scores.DailyScore;
import dev.tidemark.spi.ledger.ScoreStore.StoredClose;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series of models computed for days on which they were not in force, over a real PostgreSQL. */
class BackcastTest {
  private static final int DAYS = 6;

  private final ScoredDatabase database = new ScoredDatabase();
  private final ReadAccount account =
      database.connect("one", "postgres://one:5432", ReadAccount.CHECKS);
  private final OrganisationScorer scorer = database.scorer();
  private final LocalDate founded = today();

  @BeforeEach
  void closeSixDays() {
    account.tellChecks(founded.minusDays(40), founded);
    for (int day = 0; day < DAYS; day++) {
      account.read(3 + day);
      database.score(scorer);
      database.pass(Duration.ofDays(1));
    }
    database.score(scorer);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** P10 and P13: the same numbers, indicator by indicator, and the old series untouched. */
  @Test
  void aModelThatDiffersInWordsComesOutAsTheOldOneDid() {
    OtherModel patch = OtherModel.patch().in(database);
    Map<LocalDate, Double> published = scores(ScoredDatabase.MODEL);
    run(patch, new Span(founded, founded.plusDays(DAYS - 1)), step -> {});
    assertThat(scores(patch.id())).isEqualTo(published);
    assertThat(statuses(patch.id())).containsOnly("backcast");
    assertThat(scores(ScoredDatabase.MODEL)).isEqualTo(published);
    assertThat(indicators(patch.id()))
        .as("indicator by indicator")
        .isNotEmpty()
        .isEqualTo(indicators(ScoredDatabase.MODEL));
  }

  @Test
  void daysBeforeTheFirstCloseKnowOnlyWhatWasStoredOfThem() {
    OtherModel minor = OtherModel.minor().in(database);
    Span evidence = backcast(minor).evidence().orElseThrow();
    assertThat(evidence).isEqualTo(new Span(founded.minusDays(40), founded.plusDays(DAYS - 1)));
    List<ScoreUpdate> closes = run(minor, evidence, step -> {});
    assertThat(closes).hasSize(46);
    ScoreUpdate early = closes.get(30);
    assertThat(row(early, "QUA.PAS").e()).isEqualTo(1);
    assertThat(row(early, "QUA.PAS").state()).isEqualTo("MEASURED");
    assertThat(row(early, "GOV.OWN").state()).isEqualTo("UNOBSERVED");
    assertThat(row(closes.get(45), "GOV.OWN").raw()).isEqualTo(.8);
    assertThat(width(early)).as("wide rather than low").isGreaterThan(width(closes.get(45)));
    assertThat(closes).allSatisfy(BackcastTest::isExplained);
    assertThat(scores(minor.id())).hasSize(46);
  }

  @Test
  void anInterruptedOneGoesOnAndComesOutTheSame() {
    OtherModel minor = OtherModel.minor().in(database);
    Span span = backcast(minor).evidence().orElseThrow();
    List<ScoreUpdate> whole = new ArrayList<>();
    backcast(minor).rehearse(span, step -> whole.add(step.close().orElseThrow()));
    assertThat(scores(minor.id())).as("a rehearsal writes nothing").isEmpty();
    assertThatThrownBy(
            () -> run(minor, span, step -> failOn(step.day(), span.first().plusDays(19))))
        .hasMessage("power cut");
    assertThat(scores(minor.id())).hasSize(20);
    List<Step> steps = new ArrayList<>();
    List<ScoreUpdate> rest = run(minor, span, steps::add);
    assertThat(rest).hasSize(26);
    assertThat(steps).filteredOn(step -> step.kind() == Step.Kind.DONE).hasSize(20);
    for (ScoreUpdate expected : whole) {
      assertThat(document(minor, expected)).isEqualTo(expected.document());
    }
    assertThat(run(minor, span, step -> {})).as("done ones begin anew").hasSize(46);
  }

  @Test
  void whatWasClosedOnTheDayStays() {
    OtherModel minor = OtherModel.minor().in(database);
    database.administration.models().shadow(minor.id());
    for (int day = 0; day < 2; day++) {
      database.pass(Duration.ofDays(1));
      account.read(9);
      database.score(scorer);
    }
    Map<LocalDate, Double> shadowed = scores(minor.id());
    assertThat(shadowed).hasSize(2);
    List<Step> steps = new ArrayList<>();
    Span span = backcast(minor).evidence().orElseThrow();
    run(minor, span, steps::add);
    assertThat(steps.subList(46, 48)).extracting(Step::kind).containsOnly(Step.Kind.CLOSED);
    assertThat(scores(minor.id())).hasSize(48).containsAllEntriesOf(shadowed);
    assertThat(statuses(minor.id())).containsOnly("backcast", "provisional");
  }

  /** A job that closes the same night: whichever is written later, the close of the job stays. */
  @Test
  void aCloseOfTheDayReplacesABackcastAndIsNotReplacedByOne() {
    OtherModel minor = OtherModel.minor().in(database);
    LocalDate last = founded.plusDays(DAYS - 1);
    Span span = new Span(last, last);
    ScoreUpdate computed = run(minor, span, step -> {}).get(0);
    ScoreUpdate live = closedLive(computed, 0);
    database.ledger.scores().write(List.of(live));
    assertThat(statuses(minor.id())).containsExactly("provisional");
    database.ledger.scores().write(List.of(computed));
    assertThat(statuses(minor.id())).containsExactly("provisional");
  }

  @Test
  void theOneBegunLaterGoesOnAndTheOtherIsRefused() {
    OtherModel minor = OtherModel.minor().in(database);
    Span span = new Span(founded, founded.plusDays(DAYS - 1));
    assertThatThrownBy(
            () ->
                run(
                    minor,
                    span,
                    step -> {
                      if (step.day().equals(founded.plusDays(2))) {
                        run(minor, span, inner -> {});
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another back-cast of tidemark-core 1.1.0");
    assertThat(scores(minor.id())).hasSize(DAYS);
  }

  @Test
  void aNightNothingRanIsTheLastCloseGrownOlder() {
    database.pass(Duration.ofDays(60));
    account.read(9);
    database.score(database.scorer());
    OtherModel patch = OtherModel.patch().in(database);
    LocalDate silent = founded.plusDays(DAYS + 10);
    assertThat(scores(ScoredDatabase.MODEL)).doesNotContainKey(silent);
    Span span = new Span(founded, silent);
    List<ScoreUpdate> closes = run(patch, span, step -> {});
    double before = overall(closes.get(DAYS - 1));
    assertThat(overall(closes.get(closes.size() - 1))).isLessThan(before);
    assertThat(row(closes.get(closes.size() - 1), "GOV.OWN").state()).isEqualTo("STALE");
  }

  private Backcast backcast(OtherModel model) {
    return Backcast.of(database.ledger, model.id(), database.organisation, database.now);
  }

  private List<ScoreUpdate> run(OtherModel model, Span span, Consumer<Step> heard) {
    List<ScoreUpdate> closes = new ArrayList<>();
    backcast(model)
        .run(
            span,
            step -> {
              heard.accept(step);
              step.close().ifPresent(closes::add);
            });
    return closes;
  }

  private static void failOn(LocalDate day, LocalDate last) {
    if (day.equals(last)) {
      throw new IllegalStateException("power cut");
    }
  }

  private static ScoreUpdate closedLive(ScoreUpdate close, long revision) {
    return new ScoreUpdate(
        close.organisation(),
        close.model(),
        revision,
        close.asOf(),
        close.day(),
        "provisional",
        close.composites(),
        close.indicators(),
        close.attribution(),
        close.card(),
        close.document());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(database.now, ZoneOffset.UTC);
  }

  private List<String> indicators(String model) {
    return database.rows(
        "SELECT concat_ws(' ', day, indicator, stratum, raw, numerator, denominator, n, u, e, g, m)"
            + " FROM tidemark.indicator_daily WHERE model = ? ORDER BY day, indicator, stratum",
        model);
  }

  private Map<LocalDate, Double> scores(String model) {
    Map<LocalDate, Double> scores = new TreeMap<>();
    closes(model).forEach(it -> scores.put(it.day(), it.score()));
    return scores;
  }

  private List<String> statuses(String model) {
    return closes(model).stream().map(DailyScore::status).distinct().toList();
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

  private String document(OtherModel model, ScoreUpdate close) {
    LocalDate day = LocalDate.ofInstant(close.asOf(), ZoneOffset.UTC);
    return database
        .ledger
        .scores()
        .lastClose(database.organisation, model.id(), day)
        .map(StoredClose::document)
        .orElseThrow();
  }

  private static IndicatorRow row(ScoreUpdate update, String indicator) {
    return update.indicators().stream()
        .filter(row -> row.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private static double width(ScoreUpdate update) {
    return update.composites().stream()
        .filter(composite -> composite.name().equals("overall"))
        .mapToDouble(composite -> composite.high() - composite.low())
        .sum();
  }

  private static void isExplained(ScoreUpdate update) {
    update.composites().stream()
        .filter(composite -> composite.previous() != null)
        .forEach(
            composite ->
                assertThat(
                        update.attribution().stream()
                            .filter(row -> row.composite().equals(composite.name()))
                            .mapToDouble(ScoreUpdate.AttributionRow::contribution)
                            .sum())
                    .isCloseTo(composite.score() - composite.previous(), within(1e-9)));
  }
}
