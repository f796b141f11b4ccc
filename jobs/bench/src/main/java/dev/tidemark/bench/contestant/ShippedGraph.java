// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Our graph, whole: it watches the registry, takes leases, commits windows with cursors and scores,
 * as {@code tidemark up} does and with its settings.
 */
final class ShippedGraph implements Contestant {
  static final Duration TO_CANCEL = Duration.ofSeconds(20);

  private final LocalFlink flink;

  private ShippedGraph(LocalFlink flink) {
    this.flink = flink;
  }

  static Contestant on(Path scratch, int parallelism) {
    return new ShippedGraph(
        LocalFlink.start(scratch, FlinkTuning.standard().withParallelism(parallelism)));
  }

  /** Notes a submission, as the command does. */
  static PipelineJob started(DatabaseAccess access) {
    try (Administration administration = Administration.of(access)) {
      return administration.jobs().start("benchmark");
    }
  }

  @Override
  public Reading begin(Round round) {
    DatabaseAccess access = round.access();
    PipelineJob job = started(access);
    FlinkJob running =
        flink.run("bench " + job.id(), pipeline -> MaturityPipeline.build(pipeline, access, job));
    return () -> running.cancel(TO_CANCEL);
  }

  @Override
  public void close() {
    flink.close();
  }
}
