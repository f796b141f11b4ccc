// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Passes;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Oracle;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.organisation.TimeRange;
import dev.tidemark.testkit.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The company's subscription, read whole. */
class TidewaterTest {
  private final Organisation company = Organisation.of(1, 7, Instant.now().minusSeconds(600));
  private final Stage stage =
      FakePlatforms.of("azure")
          .start(new FakeSetup(company, Clock.systemUTC(), Promptness.AT_ONCE));

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void everyStreamFeedsEveryMetricItDeclaresButWhatIsNotMissing() {
    Set<String> fed = new TreeSet<>();
    Set<String> declared = new TreeSet<>();
    try (Connector connector = Candidate.of(new AzureType(), stage, 1).open()) {
      for (StreamDescription stream : new AzureType().description().streams()) {
        declared.addAll(stream.metrics());
        new Passes(new AzureType(), connector, stream.name())
            .pass(Instant.now(), 2_000).events().stream()
                .map(MetricEvent::metric)
                .forEach(fed::add);
      }
    }
    declared.remove(MetricNames.PERMISSION_MISSING);
    assertThat(fed).isEqualTo(declared);
    assertThat(MetricCatalogue.standard().names()).containsAll(fed);
  }

  @Test
  void countsTheCompanysContainersAndThoseSomebodyAnswersFor() {
    Instant now = Instant.now();
    Oracle oracle = company.account(Platform.AZURE).oracle();
    try (Connector connector = Candidate.of(new AzureType(), stage, 1).open()) {
      List<MetricEvent> states =
          new Passes(new AzureType(), connector, "containers")
              .pass(now, 2_000)
              .events(MetricNames.ASSET_STATE);
      assertThat((long) states.size()).isBetween(oracle.assets(now) - 1, oracle.assets(now) + 1);
      long owned = states.stream().filter(TidewaterTest::isOwned).count();
      assertThat(owned).isBetween(oracle.owned(now) - 1, oracle.owned(now) + 1);
    }
  }

  @Test
  void countsEveryRunOfAWeekOnce() {
    Instant now = Instant.now();
    TimeRange week = new TimeRange(now.minus(Duration.ofDays(7)), now);
    try (Connector connector = Candidate.of(new AzureType(), stage, 1).open()) {
      long read =
          new Passes(new AzureType(), connector, "pipeline_runs")
                  .pass(now.minus(Duration.ofDays(1)), 300)
                  .pass(now, 300)
                  .events(MetricNames.RUN)
                  .stream()
                  .filter(event -> week.holds(event.end()))
                  .count();
      long ran = company.account(Platform.AZURE).oracle().runs(week, run -> true);
      assertThat(read).isBetween(ran - 1, ran + 1);
    }
  }

  private static boolean isOwned(MetricEvent event) {
    return event.value() instanceof MetricValue.Facts facts
        && "true".equals(facts.facts().get("owner.present"));
  }
}
