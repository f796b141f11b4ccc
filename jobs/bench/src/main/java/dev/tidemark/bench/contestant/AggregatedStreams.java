// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import dev.tidemark.window.StreamFold;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Adds up the pages of each stream, as our own step does. */
final class AggregatedStreams extends KeyedProcessFunction<Long, FoldedPage, StreamCommit> {
  private static final long APART_MILLIS = 1_000;

  private final LedgerAccess access;
  private transient Ledger ledger;
  private transient Map<Long, StreamFold> folds;

  AggregatedStreams(LedgerAccess access) {
    this.access = access;
  }

  @Override
  public void open(OpenContext context) {
    ledger = access.open();
    folds = new HashMap<>();
  }

  @Override
  public void processElement(FoldedPage page, Context context, Collector<StreamCommit> out) {
    StreamId stream = page.stream();
    StreamFold fold =
        folds.computeIfAbsent(context.getCurrentKey(), unused -> StreamFold.of(stream));
    // Timers by the clock do not fire once the source has ended; this one does.
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    send(fold.take(page, ledger).commit(), context, out);
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<StreamCommit> out) {
    StreamFold fold = Objects.requireNonNull(folds.get(context.getCurrentKey()));
    send(fold.elapsed().orElse(null), context, out);
  }

  private static void send(
      @Nullable StreamCommit commit, Context context, Collector<StreamCommit> out) {
    if (commit != null) {
      out.collect(commit);
      long now = context.timerService().currentProcessingTime();
      context.timerService().registerProcessingTimeTimer(now + APART_MILLIS);
    }
  }

  @Override
  public void close() {
    if (ledger != null) {
      ledger.close();
    }
  }
}
