// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PeriodicImpulse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFlinkTest {
  @TempDir Path folder;

  /** Unlike Beam's GenerateSequence it can be checkpointed before its first element, too. */
  private static void ticks(Pipeline pipeline) {
    pipeline.apply(
        "Tick", PeriodicImpulse.create().withInterval(org.joda.time.Duration.millis(100)));
  }

  @Test
  void runsAJobAndCancelsIt() throws IOException {
    Instant started = Instant.now();
    FlinkTuning tuning = new FlinkTuning(2, Duration.ofSeconds(1));
    try (LocalFlink flink = LocalFlink.start(folder, tuning)) {
      FlinkJob job = flink.run("tick", LocalFlinkTest::ticks);
      await().atMost(Duration.ofMinutes(2)).until(() -> job.state() == JobState.RUNNING);
      await().atMost(Duration.ofMinutes(2)).until(() -> job.checkpointedAt().isPresent());
      assertThat(job.checkpointedAt().orElseThrow())
          .isBetween(started.minusSeconds(1), Instant.now().plusSeconds(1));
      job.cancel(Duration.ofSeconds(30));
      assertThat(job.state()).isEqualTo(JobState.CANCELLED);
      assertThat(job.failure()).isEmpty();
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void clearsAwayWhatAKilledRunLeftButNotALivingOne() throws IOException {
    Path dead = Files.createDirectories(folder.resolve("run-dead").resolve("checkpoints"));
    Files.createFile(dead.resolveSibling("lock"));
    try (RunFolder living = RunFolder.below(folder);
        RunFolder newer = RunFolder.below(folder)) {
      assertThat(dead).doesNotExist();
      assertThat(living.checkpoints()).exists();
      assertThat(newer.checkpoints()).exists();
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
