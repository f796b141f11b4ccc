// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import static dev.tidemark.maturity.evidence.FrameBuilder.NOW;
import static dev.tidemark.maturity.evidence.FrameBuilder.ONE;
import static dev.tidemark.maturity.evidence.FrameBuilder.TWO;
import static dev.tidemark.maturity.evidence.FrameBuilder.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which assets keep an indicator from its best value. */
class ShortfallTest {
  private static final MaturityModel MODEL = MaturityModel.core();

  private final FrameBuilder frame = new FrameBuilder();

  @Test
  void whatIsAskedAboutAndDoesNotQualifyFails() {
    frame.feed(ONE, "data.asset.state").feed(TWO, "data.asset.state");
    frame.assets(ONE, 3, "owner.present", "true", "read.day", daysAgo(1));
    frame.assets(ONE, 4, "owner.present", "false", "read.day", daysAgo(1));
    frame.assets(ONE, 9, "owner.present", "false", "read.day", daysAgo(200));
    frame.assets(TWO, 5, "owner.present", "false", "write.day", daysAgo(2));
    assertThat(failing("GOV.OWN"))
        .extracting(Cell::stratum, Cell::count)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(ONE, 4L),
            org.assertj.core.groups.Tuple.tuple(TWO, 5L));
    assertThat(lacking("GOV.OWN", ONE)).isEqualTo(4);
  }

  @Test
  void whereQualifyingIsBadThatFails() {
    frame.feed(ONE, "data.asset.state");
    frame.assets(ONE, 80, "read.day", daysAgo(200), "known.day", daysAgo(300), "retention", "none");
    frame.assets(ONE, 20, "read.day", daysAgo(1), "known.day", daysAgo(300), "retention", "none");
    assertThat(failing("USE.DED"))
        .singleElement()
        .satisfies(cell -> assertThat(cell.facts()).containsEntry("read.day", daysAgo(200)))
        .satisfies(cell -> assertThat(cell.count()).isEqualTo(80));
    assertThat(measured("USE.DED", ONE).orElseThrow().numerator()).hasValue(80);
  }

  /** Evaluated as of the day everything was known through, as the measurement is. */
  @Test
  void aSilentPlatformIsJudgedAsOfTheDayItFellSilent() {
    Instant silent = NOW.minus(Duration.ofDays(50));
    frame.feed(
        new Feed(
            ONE,
            "tidemark.data.asset.state",
            silent,
            Duration.ofDays(1),
            Duration.ZERO,
            NOW.minus(Duration.ofDays(400)),
            Feed.Condition.OK,
            NOW));
    frame.assets(ONE, 7, "owner.present", "false", "read.day", daysAgo(100));
    frame.assets(ONE, 2, "owner.present", "true", "read.day", daysAgo(100));
    assertThat(failing("GOV.OWN")).singleElement().extracting(Cell::count).isEqualTo(7L);
    assertThat(lacking("GOV.OWN", ONE)).isEqualTo(7);
  }

  @Test
  void whatIsUnknownDoesNotFail() {
    frame.feed(ONE, "data.asset.state").feed(TWO, "data.asset.state");
    frame.assets(ONE, 10, "class", "none", "read.day", daysAgo(1));
    frame.assets(TWO, 10, "read.day", daysAgo(1));
    frame.attest(
        new Attestation(
            new Coordinate("GOV.OWN", TWO), .5, "Ada", NOW.minusSeconds(60), NOW.plusSeconds(60)));
    assertThat(measured("GOV.OWN", ONE)).isEmpty();
    assertThat(failing("GOV.OWN")).as("no asset carries the fact").isEmpty();
    assertThat(failing("GOV.CLS")).singleElement().extracting(Cell::stratum).isEqualTo(ONE);
    frame.exempt(new Exemption(new Coordinate("GOV.CLS", ONE), LocalDate.EPOCH, "sandbox", "cdo"));
    assertThat(failing("GOV.CLS")).isEmpty();
  }

  @Test
  void whatIsNotCountedOneByOneHasNobodyToName() {
    assertThat(Shortfall.of(MODEL, "OPS.SUC", frame.frame(), NOW)).isEmpty();
    assertThat(Shortfall.of(MODEL, "SEC.MSK", frame.frame(), NOW))
        .as("a ratio of stocks")
        .isEmpty();
    assertThat(Shortfall.of(MODEL, "NO.SUCH", frame.frame(), NOW)).isEmpty();
    assertThat(Shortfall.of(MODEL, "GOV.OWN", frame.frame(), NOW)).contains(List.of());
  }

  private List<Cell> failing(String indicator) {
    return Shortfall.of(MODEL, indicator, frame.frame(), NOW).orElseThrow();
  }

  private double lacking(String indicator, String stratum) {
    Measurement measured = measured(indicator, stratum).orElseThrow();
    return measured.denominator().orElseThrow() - measured.numerator().orElseThrow();
  }

  private Optional<Measurement> measured(String indicator, String stratum) {
    return IndicatorEvaluator.evaluate(MODEL, frame.frame(), NOW).standings().entrySet().stream()
        .filter(it -> it.getKey().equals(new Coordinate(indicator, stratum)))
        .map(Map.Entry::getValue)
        .findFirst()
        .flatMap(standing -> standing.measurement());
  }
}
