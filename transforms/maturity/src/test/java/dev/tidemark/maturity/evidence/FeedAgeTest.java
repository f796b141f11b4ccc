// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import static dev.tidemark.maturity.evidence.FrameBuilder.NOW;
import static dev.tidemark.maturity.evidence.FrameBuilder.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.maturity.score.Reading;
import dev.tidemark.maturity.score.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** States and ages of feeds: what probation, silence and faults do, and what stands in for them. */
class FeedAgeTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final String RUN = "tidemark.data.pipeline.run";

  private final FrameBuilder frame = new FrameBuilder();

  @Test
  void newFeedsAreOnProbation() {
    runs(ONE, feed(NOW, Duration.ofDays(6), Feed.Condition.OK, NOW));
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.PROBATION);
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
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.MEASURED);
    assertThat(reading().freshness()).isEqualTo(1);
  }

  @Test
  void goodNewsAgesByItsHalfLife() {
    Instant complete = NOW.minus(Duration.ofHours(51)).minus(Duration.ofDays(14));
    runs(ONE, feed(complete, Duration.ofDays(99), Feed.Condition.OK, NOW));
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.STALE);
    assertThat(reading().freshness()).isCloseTo(.5, EXACTLY);
  }

  @Test
  void afterAMonthOfSilenceTheLastWindowStillStands() {
    Instant complete = NOW.minus(Duration.ofDays(60));
    frame.feed(feed(complete, Duration.ofDays(99), Feed.Condition.ERROR, complete));
    frame.sum(ONE, "data.pipeline.run", 61, 20, "outcome", "succeeded");
    frame.sum(ONE, "data.pipeline.run", 61, 80, "outcome", "failed");
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.ERROR);
    assertThat(frame.at("OPS.SUC", ONE).measurement().orElseThrow().raw()).isEqualTo(.2);
    assertThat(reading().freshness()).as("bad news does not age").isEqualTo(1);
  }

  @Test
  void aFaultOfOurOwnStopsTheClockForFourteenDays() {
    Instant complete = NOW.minus(Duration.ofDays(20));
    runs(ONE, feed(complete, Duration.ofDays(99), Feed.Condition.FAULT_INTERNAL, complete));
    assertThat(frame.at("OPS.SUC", ONE).measurement().orElseThrow().ageDays())
        .isCloseTo(6, EXACTLY);
  }

  @Test
  void aMissingPermissionIsAnErrorAndNeverZero() {
    frame.feed(feed(Instant.EPOCH, Duration.ofDays(99), Feed.Condition.PERMISSION_MISSING, NOW));
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.ERROR);
    assertThat(frame.at("OPS.SUC", ONE).reading()).isEmpty();
  }

  @Test
  void aFeedThatHasReadNothingIsUnobserved() {
    frame.feed(feed(Instant.EPOCH, Duration.ofDays(99), Feed.Condition.OK, NOW));
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.UNOBSERVED);
  }

  @Test
  void attestationsStandInWithHalfTheWeightUntilTheyExpire() {
    Coordinate runs = new Coordinate("OPS.SUC", ONE);
    frame.feed(feed(Instant.EPOCH, Duration.ofDays(99), Feed.Condition.OK, NOW));
    frame.attest(
        new Attestation(
            runs, .98, "cdo", NOW.minus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(1))));
    assertThat(frame.at("OPS.SUC", ONE).state()).isEqualTo(EvidenceState.ATTESTED);
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
    return frame.at("OPS.SUC", ONE).reading().orElseThrow();
  }
}
