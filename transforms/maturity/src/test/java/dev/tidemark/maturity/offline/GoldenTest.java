// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The published example gives the published numbers. */
class GoldenTest {
  private static final Offset<Double> TOLERANCE = within(1e-9);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String model = Resources.text("/golden/golden-1.0.0.yaml");
  private final String evidence = Resources.text("/golden/golden-evidence.json");
  private final JsonNode expected = json(Resources.text("/golden/golden-expected.json"));

  @Test
  void reproducesEveryNumberOfTheReference() {
    JsonNode actual = json(OfflineScoring.run(model, evidence));
    assertSame("states", actual.get("states"), expected.get("states"));
  }

  @Test
  void explainsWithoutRemainder() {
    JsonNode last = json(OfflineScoring.run(model, evidence)).get("states").get(1);
    double sum = 0;
    for (JsonNode line : last.get("attribution")) {
      sum += line.get("maturity").asDouble();
    }
    assertThat(sum).isCloseTo(last.get("delta").asDouble(), TOLERANCE);
  }

  @Test
  void reproducesTheGeometricAndTheArithmeticMean() {
    assertThat(maturities(0)).hasSize(2);
    assertThat(maturities(0).get(0))
        .isCloseTo(expected.get("geometric").get(0).asDouble(), TOLERANCE);
    assertThat(maturities(0).get(1))
        .isCloseTo(expected.get("geometric").get(1).asDouble(), TOLERANCE);
    assertThat(maturities(1).get(1)).isCloseTo(expected.get("arithmetic").asDouble(), TOLERANCE);
  }

  @Test
  void explainsTheGeometricMeanWithoutRemainder() {
    MaturityModel geometric = MaturityModel.parse(model, "golden").withOuterPower(0);
    List<Snapshot> states = snapshots(geometric);
    double residual =
        Explanation.between(
                new Scoring(geometric), geometric.overall(), states.get(0), states.get(1))
            .residual();
    assertThat(residual).isCloseTo(0, TOLERANCE);
  }

  private List<Double> maturities(double power) {
    MaturityModel other = MaturityModel.parse(model, "golden").withOuterPower(power);
    Scoring scoring = new Scoring(other);
    return snapshots(other).stream()
        .map(state -> scoring.score(other.overall(), state).maturity())
        .toList();
  }

  private List<Snapshot> snapshots(MaturityModel parsed) {
    return new EvidenceReader(parsed, "evidence")
        .read(evidence).stream().map(OfflineState::snapshot).toList();
  }

  private static void assertSame(String path, JsonNode actual, JsonNode wanted) {
    assertThat(actual).as(path).isNotNull();
    if (wanted.isNumber()) {
      assertThat(actual.asDouble()).as(path).isCloseTo(wanted.asDouble(), TOLERANCE);
    } else if (wanted.isArray()) {
      assertThat(actual.size()).as(path).isEqualTo(wanted.size());
      for (int index = 0; index < wanted.size(); index++) {
        assertSame(path + "[" + index + "]", actual.get(index), wanted.get(index));
      }
    } else if (wanted.isObject()) {
      assertThat(actual.size()).as(path).isEqualTo(wanted.size());
      wanted
          .properties()
          .forEach(
              field ->
                  assertSame(
                      path + "." + field.getKey(), actual.get(field.getKey()), field.getValue()));
    } else {
      assertThat(actual).as(path).isEqualTo(wanted);
    }
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
