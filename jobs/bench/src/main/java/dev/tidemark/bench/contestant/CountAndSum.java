// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;

/** Counts records and sums errors. */
final class CountAndSum
    implements AggregateFunction<
        Tuple4<String, String, Long, Long>, Tuple2<Long, Long>, Tuple2<Long, Long>> {
  @Override
  public Tuple2<Long, Long> createAccumulator() {
    return Tuple2.of(0L, 0L);
  }

  @Override
  public Tuple2<Long, Long> add(
      Tuple4<String, String, Long, Long> event, Tuple2<Long, Long> whole) {
    whole.f0 += 1;
    whole.f1 += event.f3;
    return whole;
  }

  @Override
  public Tuple2<Long, Long> getResult(Tuple2<Long, Long> whole) {
    return whole;
  }

  @Override
  public Tuple2<Long, Long> merge(Tuple2<Long, Long> one, Tuple2<Long, Long> other) {
    return Tuple2.of(one.f0 + other.f0, one.f1 + other.f1);
  }
}
