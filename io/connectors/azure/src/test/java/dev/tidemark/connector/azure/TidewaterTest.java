// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.CompanyReading;
import dev.tidemark.testkit.organisation.Oracle;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The company's subscription, read whole. */
class TidewaterTest extends CompanyReading {
  @Override
  protected ConnectorType type() {
    return new AzureType();
  }

  @Override
  protected Set<String> withoutCause() {
    return Set.of(MetricNames.PERMISSION_MISSING);
  }

  @Test
  void countsTheCompanysContainersAndThoseSomebodyAnswersFor() {
    Instant now = Instant.now();
    Oracle oracle = account().oracle();
    List<MetricEvent> states =
        reading(it -> passes(it, "containers").pass(now, 2_000).events(MetricNames.ASSET_STATE));
    assertThat((long) states.size()).isBetween(oracle.assets(now) - 1, oracle.assets(now) + 1);
    long owned = states.stream().filter(TidewaterTest::isOwned).count();
    assertThat(owned).isBetween(oracle.owned(now) - 1, oracle.owned(now) + 1);
  }

  @Test
  void countsEveryRunOfAWeekOnce() {
    Instant now = Instant.now();
    TimeRange week = new TimeRange(now.minus(Duration.ofDays(7)), now);
    List<MetricEvent> runs =
        reading(
            it ->
                passes(it, "pipeline_runs")
                    .pass(now.minus(Duration.ofDays(1)), 300)
                    .pass(now, 300)
                    .events(MetricNames.RUN));
    long read = runs.stream().filter(event -> week.holds(event.end())).count();
    long ran = account().oracle().runs(week, run -> true);
    assertThat(read).isBetween(ran - 1, ran + 1);
  }

  private static boolean isOwned(MetricEvent event) {
    return event.value() instanceof MetricValue.Facts facts
        && "true".equals(facts.facts().get("owner.present"));
  }
}
