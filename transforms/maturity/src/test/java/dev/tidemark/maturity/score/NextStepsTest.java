// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What to do next is what computing the score again says. */
class NextStepsTest {
  private final MaturityModel model = GoldenStates.model();
  private final Scoring scoring = new Scoring(model);

  @Test
  void ranksAsTheReferenceDoes() throws JsonProcessingException {
    JsonNode expected =
        new ObjectMapper().readTree(Resources.text("/golden/golden-expected.json")).get("next");
    List<NextStep> steps = new NextSteps(scoring, model.overall(), GoldenStates.last()).ranked();
    assertThat(steps).hasSameSizeAs(expected);
    for (int index = 0; index < steps.size(); index++) {
      NextStep step = steps.get(index);
      JsonNode wanted = expected.get(index);
      assertThat(step.coordinate().indicator()).isEqualTo(wanted.get("indicator").asText());
      assertThat(step.coordinate().stratum()).isEqualTo(wanted.get("stratum").asText());
      assertThat(step.action().name().toLowerCase(Locale.ROOT))
          .isEqualTo(wanted.get("action").asText());
      assertThat(step.target()).isCloseTo(wanted.get("target").asDouble(), within(1e-9));
      assertThat(step.gain()).isCloseTo(wanted.get("gain").asDouble(), within(1e-9));
    }
  }

  @Test
  void saysWhichRawValueToAimFor() {
    NextStep lag =
        new NextSteps(scoring, model.overall(), GoldenStates.last())
            .ranked().stream()
                .filter(step -> step.coordinate().indicator().equals("QUA.LAG"))
                .findFirst()
                .orElseThrow();
    assertThat(lag.targetRaw() / 60).isCloseTo(55.2, within(.1));
  }

  @Test
  void proposesToObserveWhatWasNeverSeen() {
    List<NextStep> steps = new NextSteps(scoring, model.overall(), GoldenStates.first()).ranked();
    assertThat(steps.get(0).action()).isEqualTo(NextStep.Action.OBSERVE);
    assertThat(steps.get(0).coordinate()).isEqualTo(new Coordinate("AIG.MON", "databricks"));
  }

  @Test
  void connectsWhatNarrowsTheIntervalMost() {
    List<NextConnection> connections =
        new NextSteps(scoring, model.overall(), GoldenStates.first()).connections();
    assertThat(connections).hasSize(1);
    assertThat(connections.get(0).stratum()).isEqualTo("databricks");
    assertThat(connections.get(0).narrowing()).isPositive();
  }

  @Test
  void doesNotProposeWhatNoConnectorSupplies() {
    Coordinate monitored = new Coordinate("AIG.MON", "databricks");
    Snapshot unsupported =
        GoldenStates.first().with(monitored, Standing.unknown(1, EvidenceState.UNSUPPORTED));
    NextSteps steps = new NextSteps(scoring, model.overall(), unsupported);
    assertThat(steps.ranked()).noneMatch(step -> step.coordinate().equals(monitored));
    assertThat(steps.connections()).isEmpty();
  }

  @Test
  void ofALargeEstateTheMostPromisingStepsAreComputed() {
    TreeMap<Coordinate, Standing> large = new TreeMap<>();
    for (int stratum = 0; stratum < 1000; stratum++) {
      double utility = stratum == 777 ? .1 : .5;
      double share = stratum == 777 ? .5 : .5 / 999;
      Reading reading = new Reading(1, 1, utility);
      Standing standing =
          new Standing(
              share,
              EvidenceState.MEASURED,
              Optional.of(reading),
              Optional.of(Measurement.of(.1, 10, 0)));
      large.put(new Coordinate("GOV.OWN", "stratum" + stratum), standing);
    }
    List<NextStep> steps = new NextSteps(scoring, model.overall(), new Snapshot(large)).ranked();
    assertThat(steps).hasSize(200);
    assertThat(steps.get(0).coordinate().stratum()).isEqualTo("stratum777");
  }
}
