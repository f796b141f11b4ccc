// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The model Tidemark ships says what the published method says. */
class CoreModelTest {
  private final MaturityModel model = MaturityModel.core();

  @Test
  void hasEightDimensionsAndFortyIndicators() {
    assertThat(model.reference()).isEqualTo("tidemark-core 1.0.0");
    assertThat(model.dimensions().keySet())
        .containsExactly("AIE", "AIG", "FIN", "GOV", "OPS", "QUA", "SEC", "USE");
    assertThat(model.indicators()).hasSize(40);
  }

  @Test
  void publishesDataAiAndOverall() {
    assertThat(model.composites().keySet()).containsExactly("data", "ai", "overall");
    assertThat(model.overall().id()).isEqualTo(Composite.OVERALL);
  }

  @Test
  void hasTheWeightsOfTheMethod() {
    assertThat(model.dimension("GOV").weight()).isEqualTo(.15);
    assertThat(model.dimension("FIN").weight()).isEqualTo(.08);
    assertThat(model.indicator("QUA.FRS").weight()).isEqualTo(.25);
    assertThat(model.indicator("FIN.ALC").weight()).isEqualTo(.35);
    assertThat(model.indicator("AIG.MON").weight()).isEqualTo(.30);
  }

  @Test
  void curvesRunThroughTheirAnchors() {
    assertThat(utility("OPS.LTC", 7 * 86_400)).isCloseTo(.4, within(1e-12));
    assertThat(utility("OPS.RES", 900)).isEqualTo(1);
    assertThat(utility("SEC.EXP", 0)).isEqualTo(1);
    assertThat(utility("SEC.EXP", .01)).isCloseTo(.4, within(1e-12));
    assertThat(utility("SEC.DOR", .30)).isCloseTo(.6, within(1e-12));
    assertThat(utility("FIN.UNT", .9)).isEqualTo(1);
    assertThat(utility("GOV.OWN", .5)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void labelsExpertDefaults() {
    String labelled =
        model.indicators().values().stream()
            .filter(indicator -> indicator.description().isExpertDefault())
            .map(Indicator::id)
            .collect(Collectors.joining(" "));
    assertThat(labelled)
        .isEqualTo(
            "AIE.ADO AIE.EVL AIE.REG AIE.REP AIE.VEL AIG.DRF USE.ACT USE.DED USE.REU USE.SLF"
                + " USE.TTA");
  }

  @Test
  void asksForDetectorsAndClassification() {
    assertThat(model.indicator("QUA.MTR").requirement()).contains(new Requirement("QUA.COV", .4));
    assertThat(model.indicator("AIG.DRF").requirement()).contains(new Requirement("AIG.MON", .4));
    assertThat(model.indicator("SEC.MSK").evidence().share()).contains("GOV.CLS");
    assertThat(model.indicator("AIG.SEN").evidence().share()).contains("GOV.CLS");
    assertThat(model.indicator("SEC.PST").evidence().cap()).isEqualTo(.5);
  }

  @Test
  void gatesLevelsThreeAndFour() {
    assertThat(model.levels().gatesFor(2)).isEmpty();
    assertThat(model.levels().gatesFor(3))
        .extracting(Gate::indicator)
        .containsExactly("SEC.MFA", "GOV.CLS");
    assertThat(model.levels().gatesFor(4))
        .extracting(Gate::indicator)
        .contains("SEC.MFA", "SEC.MSK", "QUA.COV", "AIG.MON");
  }

  @Test
  void everyIndicatorSaysWhatItWantsAndWhatToDo() {
    assertThat(model.indicators().values())
        .allSatisfy(
            indicator -> {
              assertThat(indicator.measure()).as(indicator.id()).isPresent();
              assertThat(indicator.description().goal()).as(indicator.id()).isNotBlank();
              assertThat(indicator.description().basis()).as(indicator.id()).isNotBlank();
              assertThat(indicator.description().crosswalk()).as(indicator.id()).isNotEmpty();
              assertThat(indicator.description().remediation()).as(indicator.id()).isPresent();
            });
  }

  private double utility(String indicator, double raw) {
    return model.indicator(indicator).curve().utility(raw);
  }
}
