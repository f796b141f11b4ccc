// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.admin.Jobs;
import java.util.UUID;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.junit.jupiter.api.Test;

/** An application cluster whose JobManager failed runs the main class again for the same job. */
class FixedJobTest {
  @Test
  void flinksIdOfTheJobIsOurs() {
    JobID id = new JobID(0x8000000000000001L, 0x00000000000000ffL);
    Configuration cluster = new Configuration();
    assertThat(FixedJob.id(cluster)).isEmpty();
    cluster.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, id.toHexString());
    UUID found = FixedJob.id(cluster).orElseThrow();
    assertThat(found.toString().replace("-", "")).isEqualTo(id.toHexString());
  }

  @Test
  void theSameSubmissionAgainSupersedesNothing() {
    try (ScoredDatabase scored = new ScoredDatabase()) {
      Jobs jobs = scored.administration.jobs();
      UUID id = UUID.randomUUID();
      PipelineJob first = jobs.start(id, "cluster");
      jobs.end(first);
      assertThat(jobs.start(id, "cluster")).isEqualTo(first);
      assertThat(jobs.newest().orElseThrow().job()).isEqualTo(first);
      assertThat(jobs.newest().orElseThrow().endedAt()).isNull();
      PipelineJob later = jobs.start("elsewhere");
      assertThat(jobs.start(id, "cluster")).isEqualTo(first);
      assertThat(jobs.newest().orElseThrow().job()).isEqualTo(later);
    }
  }
}
