// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import dev.tidemark.model.stream.PipelineJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Handing a pipeline to a Flink cluster.
 *
 * @param address the cluster
 * @param tuning how the job runs there
 * @param configuration folder with Flink's client settings
 * @param jars what the cluster must load to run the job
 */
public record Submission(
    FlinkAddress address, FlinkTuning tuning, Path configuration, List<Path> jars) {

  /** What every job of ours wants of Flink, wherever it runs. */
  static Map<String, String> behaviour() {
    return Map.of(
        "execution.buffer-timeout.interval", "5 ms",
        "restart-strategy.type", "exponential-delay",
        "restart-strategy.exponential-delay.initial-backoff", "1 s",
        "restart-strategy.exponential-delay.max-backoff", "5 s",
        "restart-strategy.exponential-delay.reset-backoff-threshold", "1 min");
  }

  /** Submits the graph under a name not yet used on the cluster; returns once it is accepted. */
  public FlinkJob submit(String name, Consumer<Pipeline> graph) {
    Pipeline pipeline = Pipeline.create(options(name));
    graph.accept(pipeline);
    pipeline.run();
    return FlinkJobs.at(address)
        .named(name)
        .orElseThrow(() -> new FlinkException("Flink at " + address + " lost the job " + name));
  }

  /** What a job is called on Flink. */
  public static String name(PipelineJob job) {
    return "tidemark " + job.epoch();
  }

  private FlinkPipelineOptions options(String name) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setJobName(name);
    options.setFlinkMaster(address.toString());
    options.setAttachedMode(false);
    options.setFlinkConfDir(configuration.toString());
    options.setFilesToStage(jars.stream().map(Path::toString).toList());
    return tuned(options, tuning);
  }

  /** The settings of the runner that every job of ours runs with. */
  public static FlinkPipelineOptions tuned(FlinkPipelineOptions options, FlinkTuning tuning) {
    options.setStreaming(true);
    options.setParallelism(tuning.parallelism());
    options.setMaxParallelism(FlinkTuning.MAXIMUM_PARALLELISM);
    options.setCheckpointingInterval(tuning.checkpoints().toMillis());
    options.setMinPauseBetweenCheckpoints(tuning.checkpoints().toMillis() / 2);
    options.setFailOnCheckpointingErrors(false);
    options.setMaxBundleTimeMills(FlinkTuning.BUNDLE_MILLIS);
    options.setObjectReuse(true);
    return options;
  }
}
