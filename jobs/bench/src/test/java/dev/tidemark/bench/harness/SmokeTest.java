// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.extraction.Entrant;
import dev.tidemark.bench.extraction.Extraction;
import dev.tidemark.bench.extraction.LimitedPagesConnectorType;
import dev.tidemark.bench.extraction.Terms;
import dev.tidemark.bench.freshness.Freshness;
import dev.tidemark.bench.freshness.FreshnessReport;
import dev.tidemark.bench.freshness.Measured;
import dev.tidemark.bench.freshness.Setting;
import dev.tidemark.bench.idle.Crowd;
import dev.tidemark.bench.idle.Idleness;
import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Databases;
import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.bench.scaling.Connectors;
import dev.tidemark.bench.scaling.Keys;
import dev.tidemark.bench.scaling.Recovery;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.bench.writing.Writing;
import dev.tidemark.bench.writing.Written;
import dev.tidemark.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is measured, small. Outputs are right; how fast is not asked. */
final class SmokeTest {
  @TempDir private Path folder;

  @Test
  void everyContestantWritesWhatTheOracleSays() {
    Plan plan = new Plan(workload(), List.of(), List.of(Entry.values()), 1);
    try (Run run = Run.in(folder, JavaOptions.brief(), line -> {})) {
      run.measure(plan);
      assertThat(run.samples().all()).extracting(Sample::entry).containsExactly(Entry.values());
      assertThat(run.samples().all())
          .allSatisfy(sample -> assertThat(sample.spent().meter().cpuNanos()).isPositive());
    }
  }

  @Test
  void theScoreShowsEveryChangeOfASourceAndNothingElse() {
    Setting setting =
        new Setting("smoke", "Smoke", Set.of("tables"), 4, 2, 8, Duration.ofMillis(300));
    try (EmbeddedServer server = Bench.server(folder.resolve("server"))) {
      Measured measured = Freshness.measured(bench(server), setting);
      assertThat(measured.delays()).hasSize(10);
      assertThat(new FreshnessReport(List.of(measured)).findings(Map.of()).files())
          .hasEntrySatisfying("changes.csv", csv -> assertThat(csv.lines()).hasSize(11));
    }
  }

  @Test
  void idleStreamsArePolledAndWriteNothing() {
    try (EmbeddedServer server = Bench.server(folder.resolve("server"))) {
      Crowd crowd = new Idleness(bench(server), Duration.ofSeconds(4), 2).measured(5);
      assertThat(crowd.streams()).isEqualTo(5);
      assertThat(crowd.heapBytes()).isPositive();
    }
  }

  @Test
  void windowsAreWhatCursorsSayFromManyConnectorsAndAfterKills() {
    try (EmbeddedServer server = Bench.server(folder.resolve("server"))) {
      Duration time = Duration.ofSeconds(3);
      assertThat(new Connectors(bench(server), 200, time, time).measured(4).records()).isPositive();
      Recovery recovery = new Keys(bench(server), time, 1).measured(400);
      assertThat(recovery.failure()).isEmpty();
      assertThat(recovery.recoverySeconds()).hasSize(1);
    }
  }

  @Test
  void everyEntrantExtractsWhatTheOracleSays() {
    LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(6);
    Workload pages = new Workload("pages", 3, 5, 1, 20, 200, Spread.UNIFORM, 5, first);
    int limit = LimitedPagesConnectorType.PER_SECOND;
    try (EmbeddedServer server = Bench.server(folder.resolve("server"))) {
      for (Terms terms :
          List.of(
              new Terms("0-ms", pages, Duration.ZERO, 0),
              new Terms("limited", pages, Duration.ofMillis(20), limit))) {
        Extraction extraction = new Extraction(bench(server), terms);
        assertThat(Entrant.present().stream().map(extraction::measured))
            .allSatisfy(effort -> assertThat(effort.records()).isPositive());
      }
    }
  }

  @Test
  void theTableIsTheSameByOurCommitsAndByCopy() {
    try (EmbeddedServer server = Bench.server(folder.resolve("server"))) {
      assertThat(Writing.measured(bench(server), workload()))
          .extracting(Written::way)
          .containsExactly("our commits", "COPY");
    }
  }

  private Bench bench(EmbeddedServer server) {
    return new Bench(Databases.on(server, folder), folder, JavaOptions.brief(), line -> {});
  }

  private static Workload workload() {
    LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(6);
    return new Workload("smoke", 4, 6, 2, 100, 120, Spread.SKEWED, 50, first);
  }
}
