// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.testkit.InMemoryLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.ParDo;

/** The registry watched and every stream polled and applied, until it is closed. */
final class RunningPipeline implements AutoCloseable {
  private final PipelineResult result;

  private RunningPipeline(PipelineResult result) {
    this.result = result;
  }

  /** On the direct runner. */
  static RunningPipeline direct(InMemoryLedger ledger, PipelineJob job, AppliedPages pages) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setBlockOnRun(false);
    options.setTargetParallelism(2);
    return start(options, ledger, job, pages);
  }

  /** On Flink in this process, as in production but for the size. */
  static RunningPipeline flink(InMemoryLedger ledger, PipelineJob job, AppliedPages pages) {
    FlinkPipelineOptions options = PipelineOptionsFactory.create().as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster("[local]");
    options.setStreaming(true);
    options.setParallelism(2);
    options.setMaxParallelism(128);
    options.setCheckpointingInterval(1_000L);
    options.setMaxBundleTimeMills(50L);
    options.setObjectReuse(true);
    options.setAttachedMode(false);
    return start(options, ledger, job, pages);
  }

  static RunningPipeline start(
      PipelineOptions options, InMemoryLedger ledger, PipelineJob job, AppliedPages pages) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("WatchConnectors", WatchConnectors.of(ledger.access(), job))
        .assignments()
        .apply("PollStreams", PollStreams.of(ledger.access(), job))
        .apply("Apply", ParDo.of(ApplyPagesFn.to(pages)));
    return new RunningPipeline(pipeline.run());
  }

  PipelineResult.State state() {
    return result.getState();
  }

  PipelineResult result() {
    return result;
  }

  @Override
  public void close() {
    try {
      if (!result.getState().isTerminal()) {
        result.cancel();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
