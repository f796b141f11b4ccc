// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import static dev.tidemark.maturity.evidence.FrameBuilder.ONE;
import static dev.tidemark.maturity.evidence.FrameBuilder.TODAY;
import static dev.tidemark.maturity.evidence.FrameBuilder.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Standing;
import dev.tidemark.model.metric.SubjectKind;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every class of aggregate gives the raw value the method says. */
class MeasuresTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final double HOUR = 3600;

  private final FrameBuilder frame = new FrameBuilder();

  @Test
  void ratioOfFlowsAddsTheWindowAndNoMore() {
    frame.feed(ONE, "data.pipeline.run");
    frame.sum(ONE, "data.pipeline.run", 0, 90, "outcome", "succeeded");
    frame.sum(ONE, "data.pipeline.run", 27, 5, "outcome", "succeeded");
    frame.sum(ONE, "data.pipeline.run", 3, 5, "outcome", "failed");
    frame.sum(ONE, "data.pipeline.run", 3, 50, "outcome", "cancelled");
    frame.sum(ONE, "data.pipeline.run", 28, 1000, "outcome", "failed");
    assertRatio("OPS.SUC", 95, 100);
    assertThat(standing("OPS.SUC").state()).isEqualTo(EvidenceState.MEASURED);
  }

  @Test
  void ratioMetricsCarryBothSides() {
    frame.feed(ONE, "data.quality.check");
    frame.day(ONE, "data.quality.check", 1, new Aggregate.Ratio(93, 100));
    frame.day(ONE, "data.quality.check", 2, new Aggregate.Ratio(90, 100));
    assertRatio("QUA.PAS", 183, 200);
  }

  @Test
  void keyedRatioCountsCellsAsOfToday() {
    assets();
    frame.assets(
        ONE,
        30,
        "owner.present",
        "true",
        "class",
        "none",
        "described",
        "false",
        "read.day",
        daysAgo(89));
    frame.assets(
        ONE,
        10,
        "owner.present",
        "false",
        "class",
        "none",
        "described",
        "true",
        "write.day",
        daysAgo(0));
    frame.assets(
        ONE,
        60,
        "owner.present",
        "true",
        "class",
        "none",
        "described",
        "true",
        "read.day",
        daysAgo(90));
    assertRatio("GOV.OWN", 30, 40);
    assertRatio("GOV.DOC", 10, 40);
    assertRatio("GOV.CLS", 0, 40);
    assertRatio("USE.DED", 70, 100);
  }

  @Test
  void aFactNoAssetCarriesIsNotObserved() {
    assets();
    frame.assets(ONE, 10, "owner.present", "false", "read.day", daysAgo(1));
    assertRatio("GOV.OWN", 0, 10);
    assertThat(standing("GOV.CLS").state()).isEqualTo(EvidenceState.UNOBSERVED);
    assertThat(standing("GOV.DOC").state()).isEqualTo(EvidenceState.UNOBSERVED);
  }

  @Test
  void nothingToCountIsUnobserved() {
    assets();
    frame.assets(ONE, 10, "owner.present", "true", "read.day", daysAgo(200));
    assertThat(standing("GOV.OWN").state()).isEqualTo(EvidenceState.UNOBSERVED);
    assertThat(standing("GOV.OWN").reading()).isEmpty();
  }

  @Test
  void stockRatiosTakeTheNewestDay() {
    assets();
    frame.feed(ONE, "data.column.protection");
    frame.assets(ONE, 10, "class", "sensitive", "read.day", daysAgo(1));
    frame.day(ONE, "data.column.protection", 40, new Aggregate.Ratio(1, 10), "class", "sensitive");
    frame.day(ONE, "data.column.protection", 3, new Aggregate.Ratio(6, 10), "class", "sensitive");
    frame.day(ONE, "data.column.protection", 3, new Aggregate.Ratio(2, 10), "class", "regulated");
    assertRatio("SEC.MSK", 8, 20);
  }

  @Test
  void distinctRatiosIntersectAndTakeAway() {
    frame.feed(ONE, "identity.principal.active", "access.grant.privileged", "access.grant.used");
    frame.day(
        ONE,
        "identity.principal.active",
        0,
        ExactSet.numbered(0, 15),
        "principal.kind",
        "human",
        "mfa",
        "true");
    frame.day(
        ONE,
        "identity.principal.active",
        1,
        ExactSet.numbered(10, 20),
        "principal.kind",
        "human",
        "mfa",
        "false");
    frame.day(
        ONE,
        "identity.principal.active",
        1,
        ExactSet.numbered(50, 90),
        "principal.kind",
        "service",
        "mfa",
        "false");
    frame.day(ONE, "access.grant.privileged", 0, ExactSet.numbered(0, 10));
    frame.day(ONE, "access.grant.used", 80, ExactSet.numbered(6, 30));
    frame.day(ONE, "access.grant.used", 90, ExactSet.numbered(0, 6));
    assertRatio("SEC.MFA", 15, 20);
    assertRatio("SEC.DOR", 6, 10);
    assertThat(standing("SEC.DOR").state()).isEqualTo(EvidenceState.MEASURED);
  }

  @Test
  void distinctOverSeatsTakesTheNewestNumberOfSeats() {
    frame.feed(ONE, "ai.seat.active", "ai.seat.licensed");
    frame.day(ONE, "ai.seat.active", 2, ExactSet.of("a", "b", "c"), "product", "x");
    frame.day(ONE, "ai.seat.licensed", 9, last(50, 9), "product", "x");
    frame.day(ONE, "ai.seat.licensed", 1, last(6, 1), "product", "x");
    frame.day(ONE, "ai.seat.licensed", 1, last(4, 1), "product", "y");
    assertRatio("AIE.ADO", 3, 10);
  }

  @Test
  void readsWithoutReadersTellNothingOfConsumers() {
    frame.feed(ONE, "data.asset.read", "identity.principal.entitled");
    frame.day(
        ONE, "identity.principal.entitled", 1, ExactSet.numbered(0, 10), "principal.kind", "human");
    frame.sum(ONE, "data.asset.read", 1, 500, "consumer", "human");
    assertThat(standing("USE.ACT").state()).isEqualTo(EvidenceState.UNOBSERVED);
    frame.day(ONE, "data.asset.read", 1, ExactSet.numbered(8, 13), "consumer", "human");
    assertRatio("USE.ACT", 2, 10);
  }

  @Test
  void anAttributeNoPointCarriesIsNotObserved() {
    frame.feed(ONE, "data.query", "cost.amount");
    frame.sum(ONE, "data.query", 1, 500, "consumer", "human");
    frame.sum(ONE, "cost.amount", 1, 500, "service", "warehouse");
    assertThat(standing("USE.SLF").state()).isEqualTo(EvidenceState.UNOBSERVED);
    assertThat(standing("FIN.ALC").state()).isEqualTo(EvidenceState.UNOBSERVED);
    frame.sum(ONE, "data.query", 1, 500, "consumer", "human", "certified", "false");
    assertRatio("USE.SLF", 0, 1000);
  }

  @Test
  void teamsPerAssetAreAFact() {
    assets();
    frame.assets(ONE, 4, "shared", "true", "reader.teams", "3", "read.day", daysAgo(1));
    frame.assets(ONE, 6, "shared", "true", "reader.teams", "2", "read.day", daysAgo(1));
    frame.assets(ONE, 6, "shared", "false", "reader.teams", "7", "read.day", daysAgo(1));
    assertRatio("USE.REU", 4, 10);
  }

  @Test
  void quantilesMergeDays() {
    frame.feed(ONE, "change.lead_time");
    frame.day(ONE, "change.lead_time", 1, ExactQuantile.of(HOUR, 3 * HOUR));
    frame.day(ONE, "change.lead_time", 80, ExactQuantile.of(100 * HOUR));
    assertThat(measured("OPS.LTC").raw()).isCloseTo(3 * HOUR, EXACTLY);
    assertThat(measured("OPS.LTC").observations()).isEqualTo(3);
    assertThat(standing("OPS.LTC").reading().orElseThrow().evidence()).isCloseTo(.3, EXACTLY);
  }

  @Test
  void deploymentFrequencyIsTheMedianOverDeployables() {
    frame.feed(ONE, "change.deployment");
    for (int day = 0; day < 90; day++) {
      deploy(day, "a");
      if (day % 7 == 0) {
        deploy(day, "b");
      }
    }
    deploy(3, "c");
    assertThat(measured("OPS.DFR").raw()).isCloseTo(13 * 7 / 90d, EXACTLY);
    assertThat(measured("OPS.DFR").observations()).isEqualTo(3);
  }

  @Test
  void theLastValueIsAsOldAsItself() {
    frame.feed(ONE, "security.posture.score");
    frame.day(ONE, "security.posture.score", 40, last(.9, 40), "framework", "x");
    frame.day(ONE, "security.posture.score", 10, last(.65, 10), "framework", "x");
    assertThat(measured("SEC.PST").raw()).isEqualTo(.65);
    assertThat(measured("SEC.PST").ageDays()).isCloseTo(10.5, EXACTLY);
    assertThat(standing("SEC.PST").state()).isEqualTo(EvidenceState.STALE);
    assertThat(standing("SEC.PST").reading().orElseThrow().evidence()).isEqualTo(.5);
  }

  @Test
  void forecastsAreComparedMonthByMonth() {
    frame.feed(ONE, "cost.amount", "cost.forecast");
    frame.sum(ONE, "cost.amount", 50, 100);
    frame.sum(ONE, "cost.amount", 20, 200);
    frame.day(ONE, "cost.forecast", 58, last(110, 58));
    frame.day(ONE, "cost.forecast", 40, last(100, 40));
    frame.day(ONE, "cost.forecast", 27, last(150, 27));
    frame.sum(ONE, "cost.amount", 70, 500);
    assertThat(measured("FIN.FCT").raw()).isCloseTo(60d / 300, EXACTLY);
    assertThat(measured("FIN.FCT").observations()).isEqualTo(2);
  }

  @Test
  void unitCostIsRelativeToItsOwnYear() {
    frame.feed(ONE, "cost.amount", "data.pipeline.run");
    for (int window = 0; window < 4; window++) {
      frame.sum(ONE, "cost.amount", 28 * window, window == 0 ? 220 : 100);
      frame.sum(ONE, "data.pipeline.run", 28 * window, 100, "outcome", "succeeded");
    }
    assertThat(measured("FIN.UNT").raw()).isCloseTo(2.2, EXACTLY);
    assertThat(measured("FIN.UNT").observations()).isEqualTo(100);
  }

  @Test
  void censusNeedsToKnowItsPopulation() {
    frame
        .feed(ONE, "data.asset.state")
        .assets(ONE, 4, "owner.present", "true", "read.day", daysAgo(1));
    assertThat(standing("GOV.OWN").reading().orElseThrow().evidence()).isZero();
    frame.population(ONE, SubjectKind.ASSET, 4, 5);
    assertThat(standing("GOV.OWN").reading().orElseThrow().evidence()).isCloseTo(.8, EXACTLY);
    assertThat(standing("GOV.OWN").state()).isEqualTo(EvidenceState.PARTIAL);
  }

  private void assets() {
    frame.feed(ONE, "data.asset.state").population(ONE, SubjectKind.ASSET, 1, 1);
  }

  private void deploy(int day, String deployable) {
    frame.sum(
        ONE, "change.deployment", day, 1, "environment", "production", "deployable", deployable);
  }

  private static Aggregate.Last last(double value, int daysAgo) {
    Instant noon = TODAY.minusDays(daysAgo).atTime(12, 0).toInstant(ZoneOffset.UTC);
    return new Aggregate.Last(value, noon, 1);
  }

  private void assertRatio(String indicator, double numerator, double denominator) {
    Measurement measured = measured(indicator);
    assertThat(measured.numerator()).as(indicator).hasValue(numerator);
    assertThat(measured.denominator()).as(indicator).hasValue(denominator);
    assertThat(measured.raw()).as(indicator).isCloseTo(numerator / denominator, EXACTLY);
  }

  private Measurement measured(String indicator) {
    return standing(indicator).measurement().orElseThrow();
  }

  private Standing standing(String indicator) {
    return frame.at(indicator, ONE);
  }
}
