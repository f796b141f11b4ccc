// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.model.MaturityModel;
import org.junit.jupiter.api.Test;

/**
 * The band of the published example. The reference varies dimension weights, powers and priors
 * alone and finds 2.245 to 2.516; varying indicator weights and curves as well, an independent
 * simulation of 20,000 draws finds 2.189 to 2.547.
 */
class MethodBandTest {
  private final MaturityModel model = GoldenStates.model();

  @Test
  void liesWhereAnIndependentSimulationPutsIt() {
    MethodBand band = band(7);
    assertThat(band.low()).isCloseTo(2.189, within(.02));
    assertThat(band.median()).isCloseTo(2.382, within(.02));
    assertThat(band.high()).isCloseTo(2.547, within(.02));
  }

  @Test
  void enclosesThePublishedOne() {
    assertThat(band(7).low()).isLessThan(2.245);
    assertThat(band(7).high()).isGreaterThan(2.516);
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(band(7)).isEqualTo(band(7)).isNotEqualTo(band(8));
  }

  private MethodBand band(long seed) {
    return MethodBand.of(model, model.overall(), GoldenStates.last(), seed, 5000);
  }
}
