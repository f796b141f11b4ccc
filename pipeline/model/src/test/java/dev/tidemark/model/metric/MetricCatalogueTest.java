// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The catalogue holds the 48 rows of the method and nothing else. */
class MetricCatalogueTest {
  private final MetricCatalogue catalogue = MetricCatalogue.standard();

  @Test
  void holdsFortyEightRows() {
    assertThat(catalogue.all().stream().map(Metric::number).distinct().sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 48).boxed().toList());
    assertThat(catalogue.names()).hasSize(54);
  }

  @Test
  void ownNamesLiveUnderTheRootAndOtherNamesAreVerbatim() {
    assertThat(catalogue.names())
        .filteredOn(name -> !name.startsWith("tidemark."))
        .containsExactly(
            "cicd.pipeline.run.duration",
            "cicd.pipeline.run.errors",
            "gen_ai.client.operation.duration",
            "gen_ai.client.token.usage");
    assertThat(catalogue.require("tidemark.data.asset.count").shortName())
        .isEqualTo("data.asset.count");
    assertThat(catalogue.require("gen_ai.client.token.usage").shortName())
        .isEqualTo("gen_ai.client.token.usage");
  }

  @Test
  void knowsKindsAndUnits() {
    Metric read = catalogue.require("tidemark.data.asset.read");
    assertThat(read.kinds()).containsExactly(MetricKind.SUM, MetricKind.SKETCH);
    assertThat(read.unit()).isEqualTo(Unit.of("{query}"));
    assertThat(read.unit(MetricKind.SKETCH)).isEqualTo(Unit.of("{principal}"));
    assertThat(read.windowClass()).isEqualTo(WindowClass.SUM);
    assertThatIllegalArgumentException().isThrownBy(() -> read.unit(MetricKind.STATE));
    assertThat(catalogue.require("tidemark.data.asset.state").windowClass())
        .isEqualTo(WindowClass.NONE);
  }

  @Test
  void keepsVolumeAndUsageByTheHour() {
    assertThat(
            catalogue.all().stream()
                .filter(metric -> metric.resolution() == Resolution.HOURLY_AND_DAILY))
        .extracting(Metric::shortName)
        .contains(
            "data.asset.count",
            "data.asset.size",
            "data.asset.read",
            "data.query",
            "data.pipeline.run")
        .doesNotContain("cost.amount", "data.asset.state");
  }

  @Test
  void knowsWhichValuesCanBeTrue() {
    Range share = catalogue.require("tidemark.security.posture.score").range();
    assertThat(share.contains(1)).isTrue();
    assertThat(share.contains(1.01)).isFalse();
    assertThat(share.contains(Double.NaN)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 0));
  }

  @Test
  void gathersTheFactsOfASubject() {
    assertThat(catalogue.facts(SubjectKind.ASSET))
        .contains("owner.present", "check.day", "lineage.day", "exposure");
    assertThat(catalogue.facts(SubjectKind.MODEL))
        .contains("monitored.day")
        .doesNotContain("owner.absent");
  }

  @Test
  void saysWhatItDoesNotHave() {
    assertThat(catalogue.find("tidemark.nothing")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue.require("tidemark.nothing"))
        .withMessageContaining("tidemark.nothing");
  }
}
