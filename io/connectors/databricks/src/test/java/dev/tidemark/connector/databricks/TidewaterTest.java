// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Passes;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The company's workspace, read whole. */
class TidewaterTest {
  private final Organisation company = Organisation.of(1, 7, Instant.now().minusSeconds(600));
  private final Stage stage =
      FakePlatforms.of("databricks")
          .start(new FakeSetup(company, Clock.systemUTC(), Promptness.AT_ONCE));

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void everyStreamFeedsEveryMetricItDeclaresButWhatIsNotMissing() {
    Set<String> fed = new TreeSet<>();
    Set<String> declared = new TreeSet<>();
    try (Connector connector = Candidate.of(new DatabricksType(), stage, 1).open()) {
      for (StreamDescription stream : new DatabricksType().description().streams()) {
        declared.addAll(stream.metrics());
        new Passes(new DatabricksType(), connector, stream.name())
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
  void countsTheCompanysTables() {
    Instant now = Instant.now();
    long assets =
        company.account(Platform.DATABRICKS).assets(now).stream()
            .filter(it -> it.kind() != Asset.Kind.BUCKET)
            .count();
    try (Connector connector = Candidate.of(new DatabricksType(), stage, 1).open()) {
      long read =
          new Passes(new DatabricksType(), connector, "tables").pass(now, 2_000).changes().size();
      assertThat(read).isBetween(assets - 1, assets + 1);
    }
  }
}
