// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.FlinkJobs;
import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.model.stream.PipelineJob;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The same graph on the same cluster with Beam's and Flink's defaults. Only what decides the
 * comparison is set: streaming, parallelism, and checkpoints as often as everybody else's.
 */
final class DefaultsGraph implements Contestant {
  private static final Duration TO_CANCEL = Duration.ofSeconds(20);

  private final LocalFlink flink;
  private final Path jar;

  private DefaultsGraph(LocalFlink flink, Path jar) {
    this.flink = flink;
    this.jar = jar;
  }

  static Contestant on(Path scratch) {
    return new DefaultsGraph(LocalFlink.start(scratch, FlinkTuning.standard()), emptyJar(scratch));
  }

  @Override
  public Reading begin(Round round) {
    PipelineJob job = ShippedGraph.started(round.access());
    String name = "bench " + job.id();
    Pipeline pipeline = Pipeline.create(options(name));
    MaturityPipeline.build(pipeline, round.access(), job);
    pipeline.run();
    FlinkJob running = FlinkJobs.at(flink.address()).named(name).orElseThrow();
    return () -> running.cancel(TO_CANCEL);
  }

  private FlinkPipelineOptions options(String name) {
    FlinkTuning standard = FlinkTuning.standard();
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setJobName(name);
    options.setFlinkMaster(flink.address().toString());
    options.setAttachedMode(false);
    options.setFilesToStage(List.of(jar.toString()));
    options.setStreaming(true);
    options.setParallelism(standard.parallelism());
    options.setCheckpointingInterval(standard.checkpoints().toMillis());
    return options;
  }

  /** Every class is in this process; told nothing, Beam would pack them all. */
  private static Path emptyJar(Path scratch) {
    Path jar = scratch.resolve("nothing.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new ZipEntry("META-INF/"));
      return jar;
    } catch (IOException failure) {
      throw new UncheckedIOException(jar + " cannot be written", failure);
    }
  }

  @Override
  public void close() {
    flink.close();
  }
}
