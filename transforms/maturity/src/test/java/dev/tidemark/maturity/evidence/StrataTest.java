// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import static dev.tidemark.maturity.evidence.FrameBuilder.ONE;
import static dev.tidemark.maturity.evidence.FrameBuilder.TWO;
import static dev.tidemark.maturity.evidence.FrameBuilder.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.EvidenceState;
import dev.tidemark.model.metric.SubjectKind;
import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Which strata an indicator is about, what share each has, and how far what they show counts. */
class StrataTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private final FrameBuilder frame = new FrameBuilder();

  @Test
  void withoutARegisterConnectedPlatformsShareEqually() {
    frame.feed(ONE, "data.pipeline.run").feed(TWO, "data.pipeline.run");
    assertThat(frame.at("OPS.SUC", ONE).share()).isEqualTo(.5);
    assertThat(frame.at("OPS.SUC", TWO).share()).isEqualTo(.5);
  }

  @Test
  void aRegisterSaysWhatCountsConnectedOrNot() {
    frame.feed(ONE, "data.pipeline.run").register(ONE, 3).register("oracle://three", 1);
    assertThat(frame.at("OPS.SUC", ONE).share()).isEqualTo(.75);
    assertThat(frame.at("OPS.SUC", "oracle://three").share()).isEqualTo(.25);
    assertThat(frame.at("OPS.SUC", "oracle://three").state()).isEqualTo(EvidenceState.UNSUPPORTED);
  }

  @Test
  void anIndicatorIsAboutTheStrataThatShowItsPopulation() {
    frame.feed(ONE, "data.asset.state").feed(TWO, "data.pipeline.run");
    assertThat(frame.at("GOV.OWN", ONE).share()).isEqualTo(1);
    assertThat(frame.snapshot().at(new Coordinate("GOV.OWN", TWO))).isEmpty();
    assertThat(frame.at("GOV.LIN", ONE).state()).isEqualTo(EvidenceState.UNSUPPORTED);
  }

  @Test
  void whatNobodyFeedsIsUnobservedOrUnsupported() {
    frame.feed(ONE, "data.asset.state").suppliable("change.lead_time");
    assertThat(frame.at("OPS.LTC", Coordinate.EVERYWHERE).state())
        .isEqualTo(EvidenceState.UNOBSERVED);
    assertThat(frame.at("USE.TTA", Coordinate.EVERYWHERE).state())
        .isEqualTo(EvidenceState.UNSUPPORTED);
    assertThat(frame.at("USE.TTA", Coordinate.EVERYWHERE).share()).isEqualTo(1);
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
    assertThat(frame.at("OPS.SUC", ONE).share()).isEqualTo(1);
    assertThat(frame.at("OPS.SUC", TWO).state()).isEqualTo(EvidenceState.NOT_APPLICABLE);
    assertThat(frame.snapshot().isApplicable("AIE.REG")).isTrue();
    assertThat(frame.snapshot().isApplicable("AIE.ADO")).isFalse();
  }

  @Test
  void anExemptionNeedsAReasonAndAnActor() {
    Coordinate everything = new Coordinate("*", "*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exemption(everything, LocalDate.of(2026, 3, 1), " ", "cdo"))
        .withMessageContaining("reason");
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
    assertThat(frame.at("QUA.MTR", ONE).state()).isEqualTo(EvidenceState.UNOBSERVED);
    frame.assets(ONE, 7, "critical", "true", "check.day", daysAgo(6));
    assertThat(frame.at("QUA.MTR", ONE).state()).isEqualTo(EvidenceState.MEASURED);
  }

  @Test
  void protectionCountsAsFarAsColumnsAreClassified() {
    frame
        .feed(ONE, "data.asset.state", "data.column.protection")
        .population(ONE, SubjectKind.ASSET, 10, 10);
    frame.assets(ONE, 3, "class", "sensitive", "read.day", daysAgo(1));
    frame.assets(ONE, 7, "class", "none", "read.day", daysAgo(1));
    frame.day(ONE, "data.column.protection", 1, new Aggregate.Ratio(5, 5));
    assertThat(frame.at("SEC.MSK", ONE).reading().orElseThrow().evidence()).isCloseTo(.3, EXACTLY);
  }

  @Test
  void sensitiveInteractionsElsewhereCountByTheClassifiedShareOfTheEstate() {
    frame.feed(ONE, "data.asset.state").population(ONE, SubjectKind.ASSET, 10, 10);
    frame.assets(ONE, 3, "class", "sensitive", "read.day", daysAgo(1));
    frame.assets(ONE, 7, "class", "none", "read.day", daysAgo(1));
    frame.feed(TWO, "ai.interaction.sensitive");
    frame.day(TWO, "ai.interaction.sensitive", 1, new Aggregate.Ratio(0, 1000));
    assertThat(frame.at("AIG.SEN", TWO).reading().orElseThrow().evidence()).isCloseTo(.3, EXACTLY);
  }
}
