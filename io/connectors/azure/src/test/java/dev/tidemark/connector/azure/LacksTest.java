// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.azure.FakeAzure;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Fetched;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Passes;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be read is a lack of some streams, and no failure of the others. */
class LacksTest {
  private final VirtualClock clock = VirtualClock.at(Instant.now());
  private final FakeAzure fake = FakeAzure.empty(clock);
  private final Stage stage = fake.stage();
  private final Connector connector = Candidate.of(new AzureType(), stage, 1).open();

  @BeforeEach
  void fill() {
    RecordScenes records = stage.scenes(RecordScenes.class).orElseThrow();
    records.add("catalogue", 2);
    records.add("containers", 2);
  }

  @AfterEach
  void close() {
    connector.close();
    stage.close();
  }

  @Test
  void purviewThatMayNotBeReadLeavesItsStreamIncompleteAndIsNamedByTheCheck() {
    fake.deny("/datamap/");
    Fetched last = lastPage("catalogue");
    assertThat(last.changes()).isEmpty();
    assertThat(last.completeThrough()).isNull();
    assertThat(connector.check())
        .filteredOn(it -> !it.passed())
        .singleElement()
        .satisfies(it -> assertThat(it.failure()).isEqualTo(Category.PERMISSION))
        .extracting(CheckResult::need)
        .asString()
        .contains("Purview");
    fake.grant();
    assertThat(lastPage("catalogue").completeThrough()).isNotNull();
  }

  @Test
  void blobsThatMayNotBeListedLeaveTheirStreamIncomplete() {
    fake.deny("blobs");
    assertThat(lastPage("blobs").completeThrough()).isNull();
    fake.grant();
    assertThat(changes("blobs")).hasSize(2);
  }

  @Test
  void runsOfAFactoryThatRefusedForHoursAreReadOnceItAnswersAgain() {
    Passes runs = new Passes(new AzureType(), connector, "pipeline_runs");
    stage.scenes(RecordScenes.class).orElseThrow().add("pipeline_runs", 3);
    fake.deny("queryPipelineRuns");
    assertThat(completeThrough(runs)).isNull();
    clock.advance(Duration.ofHours(5));
    assertThat(completeThrough(runs)).isNull();
    assertThat(runs.changes()).isEmpty();
    fake.grant();
    assertThat(completeThrough(runs)).isNotNull();
    assertThat(runs.changes()).hasSize(3);
  }

  @Test
  void aFactoryThatRefusesIsNamedAsAMissingPermission() {
    stage.scenes(RecordScenes.class).orElseThrow().add("pipeline_runs", 1);
    fake.deny("queryPipelineRuns");
    Passes account = new Passes(new AzureType(), connector, "account").pass(clock.instant(), 9);
    assertThat(account.events(MetricNames.PERMISSION_MISSING))
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(it.toString()).contains("pipeline runs").contains("made-factory"));
    fake.grant();
  }

  @Test
  void metricsThatMayNotBeReadLeaveSizesUnknownAndNotZero() {
    fake.deny("Microsoft.Insights");
    assertThat(
            new Passes(new AzureType(), connector, "storage_accounts")
                .pass(stage.clock().instant(), 9)
                .events())
        .isEmpty();
    fake.grant();
  }

  private @Nullable Instant completeThrough(Passes stream) {
    List<Fetched> pages = stream.pass(clock.instant(), 100).pages();
    return pages.get(pages.size() - 1).completeThrough();
  }

  private Fetched lastPage(String stream) {
    List<Fetched> pages =
        new Passes(new AzureType(), connector, stream).pass(stage.clock().instant(), 100).pages();
    return pages.get(pages.size() - 1);
  }

  private List<Change> changes(String stream) {
    return new Passes(new AzureType(), connector, stream)
        .pass(stage.clock().instant(), 100)
        .changes();
  }
}
