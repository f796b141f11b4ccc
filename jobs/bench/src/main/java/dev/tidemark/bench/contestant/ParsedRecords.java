// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.PipelineErrors;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.model.stream.Change;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.util.Collector;

/** Reads a page and hands on its records: stream, pipeline, seconds, errors. */
final class ParsedRecords extends RichFlatMapFunction<Long, Tuple4<String, String, Long, Long>> {
  private final Turns turns;
  private transient Fetching fetching;

  ParsedRecords(Turns turns) {
    this.turns = turns;
  }

  @Override
  public void open(OpenContext context) {
    fetching = new Fetching();
  }

  @Override
  public void flatMap(Long turn, Collector<Tuple4<String, String, Long, Long>> out)
      throws InterruptedException {
    int stream = turns.stream(turn);
    String name = Workload.connector(stream);
    for (Change change : fetching.page(stream, turns.page(turn)).changes()) {
      PipelineErrors record = PipelineErrors.parse(change.payload().array());
      out.collect(Tuple4.of(name, record.pipeline(), record.at(), record.errors()));
    }
  }
}
