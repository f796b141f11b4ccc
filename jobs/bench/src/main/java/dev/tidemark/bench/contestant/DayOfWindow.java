// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import java.time.Duration;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Puts the key and the day, counted from 1970, to what a window came to. */
final class DayOfWindow
    extends ProcessWindowFunction<
        Tuple2<Long, Long>,
        Tuple5<String, String, Long, Long, Long>,
        Tuple2<String, String>,
        TimeWindow> {
  private static final long DAY = Duration.ofDays(1).toMillis();

  @Override
  public void process(
      Tuple2<String, String> key,
      Context context,
      Iterable<Tuple2<Long, Long>> whole,
      Collector<Tuple5<String, String, Long, Long, Long>> out) {
    Tuple2<Long, Long> result = whole.iterator().next();
    long day = context.window().getStart() / DAY;
    out.collect(Tuple5.of(key.f0, key.f1, day, result.f0, result.f1));
  }
}
