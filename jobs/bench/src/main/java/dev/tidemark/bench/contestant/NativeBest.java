// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.beam.FoldedPageCoder;
import dev.tidemark.beam.StreamCommitCoder;
import java.nio.file.Path;
import org.apache.beam.runners.flink.translation.types.CoderTypeInformation;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The best native job we know how to write: pages folded where they are read with our code, one
 * exchange by stream, our aggregate in plain memory with a timer of a second, our commit as sink.
 * Beside the engine's own layer it differs from our graph in what it leaves out: it watches no
 * registry, keeps no budget, schedules and scores nothing.
 */
final class NativeBest implements Contestant {
  private final NativeCluster cluster;

  private NativeBest(NativeCluster cluster) {
    this.cluster = cluster;
  }

  static Contestant on(Path scratch) {
    return new NativeBest(NativeCluster.on(scratch));
  }

  @Override
  public Reading begin(Round round) throws Exception {
    StreamExecutionEnvironment environment = cluster.environment();
    Turns turns = new Turns(round.workload(), cluster.tasks());
    Streams streams = Streams.taken(round.access());
    environment
        .fromSource(NativeCluster.numbers(turns), WatermarkStrategy.noWatermarks(), "pages")
        .map(new FoldedPages(turns, streams))
        .returns(type(FoldedPageCoder.of()))
        .keyBy(page -> page.stream().connector().value().getLeastSignificantBits(), Types.LONG)
        .process(new AggregatedStreams(round.access()))
        .returns(type(StreamCommitCoder.of()))
        .sinkTo(new CommitSink(round.access()));
    return NativeCluster.submitted(environment);
  }

  private static <T> TypeInformation<T> type(Coder<T> coder) {
    return new CoderTypeInformation<>(coder, PipelineOptionsFactory.create());
  }

  @Override
  public void close() {
    cluster.close();
  }
}
