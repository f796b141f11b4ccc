// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every contestant, small, in processes of their own. Outputs are right; how fast is not asked. */
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

  private static Workload workload() {
    LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(6);
    return new Workload("smoke", 4, 6, 2, 100, 120, Spread.SKEWED, 50, first);
  }
}
