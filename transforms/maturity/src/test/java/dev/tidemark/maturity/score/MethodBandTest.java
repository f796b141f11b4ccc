// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.model.MaturityModel;
import org.junit.jupiter.api.Test;

/**
 * The band of the published example lies where the reference puts it; anchors, which it leaves
 * alone, widen it a little.
 */
class MethodBandTest {
  private final MaturityModel model = GoldenStates.model();

  @Test
  void liesAroundTheMaturity() {
    MethodBand band = band(7);
    assertThat(band.low()).isCloseTo(2.245, within(.06));
    assertThat(band.median()).isCloseTo(2.388, within(.04));
    assertThat(band.high()).isCloseTo(2.516, within(.06));
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(band(7)).isEqualTo(band(7)).isNotEqualTo(band(8));
  }

  private MethodBand band(long seed) {
    return MethodBand.of(model, model.overall(), GoldenStates.last(), seed, 5000);
  }
}
