// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.LocalFlink;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The cluster {@code tidemark up} starts, for jobs written for Flink itself. */
final class NativeCluster implements AutoCloseable {
  private final LocalFlink flink;
  private final FlinkTuning tuning;

  private NativeCluster(LocalFlink flink, FlinkTuning tuning) {
    this.flink = flink;
    this.tuning = tuning;
  }

  static NativeCluster on(Path scratch) {
    FlinkTuning tuning = FlinkTuning.standard();
    return new NativeCluster(LocalFlink.start(scratch, tuning), tuning);
  }

  int tasks() {
    return tuning.parallelism();
  }

  /** Where a job is written: objects are reused, checkpoints as often as everybody else's. */
  StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createRemoteEnvironment(
            flink.address().host(), flink.address().port());
    environment.setParallelism(tuning.parallelism());
    environment.getConfig().enableObjectReuse();
    environment.enableCheckpointing(tuning.checkpoints().toMillis());
    environment
        .getCheckpointConfig()
        .setMinPauseBetweenCheckpoints(tuning.checkpoints().toMillis() / 2);
    return environment;
  }

  /** The numbers of the pages to be read, by {@link Turns}: Flink's own source. */
  static NumberSequenceSource numbers(Turns turns) {
    return new NumberSequenceSource(0, turns.pages() - 1);
  }

  /** Runs a job. It may come to its end by itself while it is being stopped. */
  static Contestant.Reading submitted(StreamExecutionEnvironment environment) throws Exception {
    JobClient job = environment.executeAsync("bench");
    return () -> {
      try {
        job.cancel().get();
      } catch (ExecutionException refused) {
        if (!job.getJobStatus().get().isGloballyTerminalState()) {
          throw refused;
        }
      }
    };
  }

  @Override
  public void close() {
    flink.close();
  }
}
