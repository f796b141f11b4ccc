// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.databricks.FakeDatabricks;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.spi.Connector;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Passes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs are told in slices of an hour, and how they ended by the last one only. */
class RunsTest {
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(40)).plusSeconds(600);
  private final VirtualClock clock = VirtualClock.at(start);
  private final FakeDatabricks fake = FakeDatabricks.empty(clock);
  private final Stage stage = fake.stage();
  private final Connector connector = Candidate.of(new DatabricksType(), stage, 1).open();

  @AfterEach
  void close() {
    connector.close();
    stage.close();
  }

  @Test
  void aRunOfManyHoursCountsOnceAndWhenItHasEnded() {
    Passes passes = new Passes(new DatabricksType(), connector, "job_runs");
    for (int hour = 0; hour < 30; hour++) {
      slice("7", hour, null);
      clock.advance(Duration.ofHours(1));
      assertThat(passes.pass(clock.instant(), 4).events()).isEmpty();
    }
    slice("7", 30, "SUCCEEDED");
    clock.advance(Duration.ofHours(1));
    passes.pass(clock.instant(), 4);
    passes.pass(clock.instant(), 4);
    assertThat(passes.events(MetricNames.RUN)).hasSize(1);
    MetricEvent length = passes.events(MetricNames.RUN_DURATION).get(0);
    assertThat(length.value()).isEqualTo(new MetricValue.Quantity(31 * 3600.0));
  }

  @Test
  void anEndThatShowsHoursLateStillCounts() {
    Passes passes = new Passes(new DatabricksType(), connector, "job_runs");
    slice("8", 0, null);
    clock.advance(Duration.ofHours(5));
    passes.pass(clock.instant(), 100);
    slice("8", 1, "FAILED");
    passes.pass(clock.instant(), 100);
    assertThat(passes.events(MetricNames.RUN)).hasSize(1);
    clock.advance(Duration.ofHours(30));
    passes.pass(clock.instant(), 100);
    assertThat(passes.events(MetricNames.RUN)).hasSize(1);
  }

  @Test
  void aSuccessEndsTheFailuresBeforeIt() {
    slice("1", 0, "SUCCEEDED");
    slice("2", 2, "FAILED");
    slice("3", 4, "ERROR");
    slice("4", 6, "SUCCEEDED");
    slice("5", 8, "SUCCEEDED");
    clock.advance(Duration.ofHours(10));
    Passes passes =
        new Passes(new DatabricksType(), connector, "job_runs").pass(clock.instant(), 100);
    assertThat(passes.events(MetricNames.RECOVERY))
        .extracting(MetricEvent::value)
        .containsExactly(new MetricValue.Quantity(4 * 3600.0));
  }

  @Test
  void goesOnWithoutAColumnTheAccountDoesNotHave() {
    fake.hideColumn("lakeflow.job_run_timeline", "run_duration_seconds");
    slice("1", 0, "SUCCEEDED");
    clock.advance(Duration.ofHours(2));
    Passes passes =
        new Passes(new DatabricksType(), connector, "job_runs").pass(clock.instant(), 100);
    assertThat(passes.changes()).hasSize(1);
    assertThat(passes.changes().get(0).payload().utf8()).doesNotContain("run_duration_seconds");
    assertThat(passes.events(MetricNames.RUN_DURATION)).hasSize(1);
  }

  private void slice(String run, int hour, @org.jspecify.annotations.Nullable String state) {
    Instant from = start.plus(Duration.ofHours(hour));
    fake.addSlice("1", run, from, from.plus(Duration.ofHours(1)), state);
  }
}
