// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.FlinkJobs;
import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.model.stream.PipelineJob;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The same graph on the same cluster with Beam's and Flink's defaults. Only what decides the
 * comparison is set: streaming, parallelism, and checkpoints as often as everybody else's.
 */
final class DefaultsGraph implements Contestant {
  private final LocalFlink flink;

  private DefaultsGraph(LocalFlink flink) {
    this.flink = flink;
  }

  static Contestant on(Path scratch) {
    return new DefaultsGraph(LocalFlink.start(scratch, FlinkTuning.standard()));
  }

  @Override
  public Reading begin(Round round) {
    PipelineJob job = ShippedGraph.started(round.access());
    String name = "bench " + job.id();
    Pipeline pipeline = Pipeline.create(options(name));
    MaturityPipeline.build(pipeline, round.access(), job);
    pipeline.run();
    FlinkJob running = FlinkJobs.at(flink.address()).named(name).orElseThrow();
    return () -> running.cancel(ShippedGraph.TO_CANCEL);
  }

  private FlinkPipelineOptions options(String name) {
    FlinkTuning standard = FlinkTuning.standard();
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setJobName(name);
    options.setFlinkMaster(flink.address().toString());
    options.setAttachedMode(false);
    options.setFilesToStage(List.of(flink.emptyJar().toString()));
    options.setStreaming(true);
    options.setParallelism(standard.parallelism());
    options.setCheckpointingInterval(standard.checkpoints().toMillis());
    return options;
  }

  @Override
  public void close() {
    flink.close();
  }
}
