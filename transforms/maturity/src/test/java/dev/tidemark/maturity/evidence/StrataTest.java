// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import static dev.tidemark.maturity.evidence.FrameBuilder.NOW;
import static dev.tidemark.maturity.evidence.FrameBuilder.ONE;
import static dev.tidemark.maturity.evidence.FrameBuilder.TWO;
import static dev.tidemark.maturity.evidence.FrameBuilder.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import dev.tidemark.model.metric.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Shares, states and ages of strata, and what an outage does to them. */
class StrataTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final String RUN = "tidemark.data.pipeline.run";

  private final FrameBuilder frame = new FrameBuilder();

  @Test
  void withoutARegisterConnectedPlatformsShareEqually() {
    frame.feed(ONE, "data.pipeline.run").feed(TWO, "data.pipeline.run");
    assertThat(at("OPS.SUC", ONE).share()).isEqualTo(.5);
    assertThat(at("OPS.SUC", TWO).share()).isEqualTo(.5);
  }

  @Test
  void aRegisterSaysWhatCountsConnectedOrNot() {
    frame.feed(ONE, "data.pipeline.run").register(ONE, 3).register("oracle://three", 1);
    assertThat(at("OPS.SUC", ONE).share()).isEqualTo(.75);
    assertThat(at("OPS.SUC", "oracle://three").share()).isEqualTo(.25);
    assertThat(at("OPS.SUC", "oracle://three").state()).isEqualTo(EvidenceState.UNSUPPORTED);
  }

  @Test
  void anIndicatorIsAboutTheStrataThatShowItsPopulation() {
    frame.feed(ONE, "data.asset.state").feed(TWO, "data.pipeline.run");
    assertThat(at("GOV.OWN", ONE).share()).isEqualTo(1);
    assertThat(snapshot().at(new Coordinate("GOV.OWN", TWO))).isEmpty();
    assertThat(at("GOV.LIN", ONE).state()).isEqualTo(EvidenceState.UNSUPPORTED);
  }

  @Test
  void whatNobodyFeedsIsUnobservedOrUnsupported() {
    frame.feed(ONE, "data.asset.state").suppliable("change.lead_time");
    assertThat(at("OPS.LTC", Coordinate.EVERYWHERE).state()).isEqualTo(EvidenceState.UNOBSERVED);
    assertThat(at("USE.TTA", Coordinate.EVERYWHERE).state()).isEqualTo(EvidenceState.UNSUPPORTED);
    assertThat(at("USE.TTA", Coordinate.EVERYWHERE).share()).isEqualTo(1);
  }

  @Test
  void anExemptionTakesEffectOnItsDay() {
    frame.feed(ONE, "data.pipeline.run").feed(TWO, "data.pipeline.run");
    frame.exempt(
        new Exemption(new Coordinate("OPS.SUC", TWO), LocalDate.of(2026, 3, 1), "sandbox", "cdo"));
    frame.exempt(
        new Exemption(new Coordinate("AIE.REG", "*"), LocalDate.of(2026, 3, 2), "no AI", "cdo"));
    frame.exempt(
        new Exemption(new Coordinate("AIE.ADO", "*"), LocalDate.of(2026, 2, 1), "no AI", "cdo"));
    assertThat(at("OPS.SUC", ONE).share()).isEqualTo(1);
    assertThat(at("OPS.SUC", TWO).state()).isEqualTo(EvidenceState.NOT_APPLICABLE);
    assertThat(snapshot().isApplicable("AIE.REG")).isTrue();
    assertThat(snapshot().isApplicable("AIE.ADO")).isFalse();
  }

  @Test
  void anExemptionNeedsAReasonAndAnActor() {
    Coordinate everything = new Coordinate("*", "*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exemption(everything, LocalDate.of(2026, 3, 1), " ", "cdo"))
        .withMessageContaining("reason");
  }

  @Test
  void newFeedsAreOnProbation() {
    runs(ONE, feed(NOW, Duration.ofDays(6), Feed.Condition.OK, NOW));
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.PROBATION);
    assertThat(reading().evidence()).isZero();
    assertThat(reading().utility()).isPositive();
    Patience impatient = new Patience(Duration.ZERO, Duration.ofDays(14));
    Snapshot counted =
        IndicatorEvaluator.evaluate(MaturityModel.core(), frame.frame(), NOW, impatient);
    assertThat(counted.at(new Coordinate("OPS.SUC", ONE)).orElseThrow().state())
        .isEqualTo(EvidenceState.MEASURED);
  }

  @Test
  void graceIsTwoPeriodsAndTheLatency() {
    Instant complete = NOW.minus(Duration.ofHours(51));
    runs(ONE, feed(complete, Duration.ofDays(99), Feed.Condition.OK, NOW));
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.MEASURED);
    assertThat(reading().freshness()).isEqualTo(1);
  }

  @Test
  void goodNewsAgesByItsHalfLife() {
    Instant complete = NOW.minus(Duration.ofHours(51)).minus(Duration.ofDays(14));
    runs(ONE, feed(complete, Duration.ofDays(99), Feed.Condition.OK, NOW));
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.STALE);
    assertThat(reading().freshness()).isCloseTo(.5, EXACTLY);
  }

  @Test
  void afterAMonthOfSilenceTheLastWindowStillStands() {
    Instant complete = NOW.minus(Duration.ofDays(60));
    frame.feed(feed(complete, Duration.ofDays(99), Feed.Condition.ERROR, complete));
    frame.sum(ONE, "data.pipeline.run", 61, 20, "outcome", "succeeded");
    frame.sum(ONE, "data.pipeline.run", 61, 80, "outcome", "failed");
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.ERROR);
    assertThat(at("OPS.SUC", ONE).measurement().orElseThrow().raw()).isEqualTo(.2);
    assertThat(reading().freshness()).as("bad news does not age").isEqualTo(1);
  }

  @Test
  void aFaultOfOurOwnStopsTheClockForFourteenDays() {
    Instant complete = NOW.minus(Duration.ofDays(20));
    runs(ONE, feed(complete, Duration.ofDays(99), Feed.Condition.FAULT_INTERNAL, complete));
    assertThat(at("OPS.SUC", ONE).measurement().orElseThrow().ageDays()).isCloseTo(6, EXACTLY);
  }

  @Test
  void aMissingPermissionIsAnErrorAndNeverZero() {
    frame.feed(feed(Instant.EPOCH, Duration.ofDays(99), Feed.Condition.PERMISSION_MISSING, NOW));
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.ERROR);
    assertThat(at("OPS.SUC", ONE).reading()).isEmpty();
  }

  @Test
  void aFeedThatHasReadNothingIsUnobserved() {
    frame.feed(feed(Instant.EPOCH, Duration.ofDays(99), Feed.Condition.OK, NOW));
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.UNOBSERVED);
  }

  @Test
  void attestationsStandInWithHalfTheWeightUntilTheyExpire() {
    Coordinate runs = new Coordinate("OPS.SUC", ONE);
    frame.feed(feed(Instant.EPOCH, Duration.ofDays(99), Feed.Condition.OK, NOW));
    frame.attest(
        new Attestation(
            runs, .98, "cdo", NOW.minus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(1))));
    assertThat(at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.ATTESTED);
    assertThat(reading().evidence()).isEqualTo(.5);
    assertThat(reading().utility()).isCloseTo(.6, EXACTLY);
    Snapshot later =
        IndicatorEvaluator.evaluate(
            MaturityModel.core(), frame.frame(), NOW.plus(Duration.ofDays(2)));
    assertThat(later.at(runs).orElseThrow().state()).isEqualTo(EvidenceState.UNOBSERVED);
  }

  @Test
  void attestationsExpireWithinAYear() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Attestation(
                    new Coordinate("GOV.OWN", ONE), 1, "cdo", NOW, NOW.plus(Duration.ofDays(366))))
        .withMessageContaining("365 days");
  }

  @Test
  void fewIncidentsWithoutChecksCountForNothing() {
    frame.feed(
        ONE, "data.quality.incident.duration", "data.asset.state", "data.quality.check.last");
    frame.population(ONE, SubjectKind.ASSET, 10, 10);
    for (int day = 0; day < 5; day++) {
      frame.day(ONE, "data.quality.incident.duration", day, ExactQuantile.of(3600d));
    }
    frame.assets(ONE, 7, "critical", "true");
    assertThat(at("QUA.MTR", ONE).state()).isEqualTo(EvidenceState.UNOBSERVED);
    frame.assets(ONE, 7, "critical", "true", "check.day", daysAgo(6));
    assertThat(at("QUA.MTR", ONE).state()).isEqualTo(EvidenceState.MEASURED);
  }

  @Test
  void protectionCountsAsFarAsColumnsAreClassified() {
    frame
        .feed(ONE, "data.asset.state", "data.column.protection")
        .population(ONE, SubjectKind.ASSET, 10, 10);
    frame.assets(ONE, 3, "class", "sensitive", "read.day", daysAgo(1));
    frame.assets(ONE, 7, "class", "none", "read.day", daysAgo(1));
    frame.day(ONE, "data.column.protection", 1, new Aggregate.Ratio(5, 5));
    assertThat(at("SEC.MSK", ONE).reading().orElseThrow().evidence()).isCloseTo(.3, EXACTLY);
  }

  @Test
  void sensitiveInteractionsElsewhereCountByTheClassifiedShareOfTheEstate() {
    frame.feed(ONE, "data.asset.state").population(ONE, SubjectKind.ASSET, 10, 10);
    frame.assets(ONE, 3, "class", "sensitive", "read.day", daysAgo(1));
    frame.assets(ONE, 7, "class", "none", "read.day", daysAgo(1));
    frame.feed(TWO, "ai.interaction.sensitive");
    frame.day(TWO, "ai.interaction.sensitive", 1, new Aggregate.Ratio(0, 1000));
    assertThat(at("AIG.SEN", TWO).reading().orElseThrow().evidence()).isCloseTo(.3, EXACTLY);
  }

  @Test
  void theOrderOfFactsDoesNotMatter() {
    runs(ONE, feed(NOW, Duration.ofDays(99), Feed.Condition.OK, NOW));
    EvidenceFrame plain = frame.frame();
    List<DayPartial> backwards = new ArrayList<>(plain.partials());
    Collections.reverse(backwards);
    EvidenceFrame reversed =
        new EvidenceFrame(
            backwards,
            plain.cells(),
            plain.populations(),
            plain.feeds(),
            plain.attestations(),
            plain.register(),
            plain.supply());
    assertThat(IndicatorEvaluator.evaluate(MaturityModel.core(), reversed, NOW))
        .isEqualTo(IndicatorEvaluator.evaluate(MaturityModel.core(), plain, NOW));
  }

  /** P5: ten times the organisation with the same ratios scores the same. */
  @Test
  void sizeDoesNotMatter() {
    assertThat(score(sized(10))).isEqualTo(score(sized(1)));
  }

  /** P2 and P12: from day to day without any news the score only falls. */
  @Test
  void silenceNeverPays() {
    EvidenceFrame silent = sized(1).frame();
    Scoring scoring = new Scoring(MaturityModel.core());
    double before = 1;
    for (int days = 0; days < 120; days++) {
      Snapshot snapshot =
          IndicatorEvaluator.evaluate(scoring.model(), silent, NOW.plus(Duration.ofDays(days)));
      double score = scoring.score(scoring.model().overall(), snapshot).overall().value();
      assertThat(score).as("after %d days", days).isLessThanOrEqualTo(before + 1e-12);
      assertThat(days < 3 || score < before).as("it decays daily, day %d", days).isTrue();
      before = score;
    }
  }

  static FrameBuilder sized(int factor) {
    FrameBuilder sized = new FrameBuilder();
    sized.feed(ONE, "data.pipeline.run", "data.asset.state", "data.quality.check", "cost.amount");
    sized.population(ONE, SubjectKind.ASSET, 40L * factor, 50L * factor);
    sized.assets(
        ONE, 30L * factor, "owner.present", "true", "class", "none", "read.day", daysAgo(2));
    sized.assets(
        ONE, 10L * factor, "owner.present", "false", "class", "internal", "write.day", daysAgo(5));
    sized.sum(ONE, "data.pipeline.run", 1, 990d * factor, "outcome", "succeeded");
    sized.sum(ONE, "data.pipeline.run", 1, 10d * factor, "outcome", "failed");
    sized.day(ONE, "data.quality.check", 2, new Aggregate.Ratio(100d * factor, 1000d * factor));
    sized.sum(ONE, "cost.amount", 2, 70d * factor, "allocated", "true");
    sized.sum(ONE, "cost.amount", 2, 30d * factor, "allocated", "false");
    return sized;
  }

  private static double score(FrameBuilder sized) {
    Scoring scoring = new Scoring(MaturityModel.core());
    Snapshot snapshot = IndicatorEvaluator.evaluate(scoring.model(), sized.frame(), NOW);
    return scoring.score(scoring.model().overall(), snapshot).overall().value();
  }

  private void runs(String stratum, Feed feed) {
    frame.feed(feed);
    frame.sum(stratum, "data.pipeline.run", 21, 97, "outcome", "succeeded");
    frame.sum(stratum, "data.pipeline.run", 21, 3, "outcome", "failed");
  }

  private static Feed feed(
      Instant complete, Duration connectedFor, Feed.Condition condition, Instant since) {
    return new Feed(
        ONE,
        RUN,
        complete,
        Duration.ofDays(1),
        Duration.ofHours(3),
        NOW.minus(connectedFor),
        condition,
        since);
  }

  private Reading reading() {
    return at("OPS.SUC", ONE).reading().orElseThrow();
  }

  private Standing at(String indicator, String stratum) {
    return snapshot().at(new Coordinate(indicator, stratum)).orElseThrow();
  }

  private Snapshot snapshot() {
    return IndicatorEvaluator.evaluate(MaturityModel.core(), frame.frame(), NOW);
  }
}
