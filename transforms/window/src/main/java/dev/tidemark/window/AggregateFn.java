// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.Times;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Duration;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Hands pages to the stream's fold and sends its commits; the timer keeps them apart. */
final class AggregateFn extends DoFn<KV<StreamId, FoldedPage>, KV<StreamId, StreamCommit>> {
  private static final long serialVersionUID = 1L;
  private static final String COMMIT = "commit";

  private final LedgerAccess access;
  private final UUID job;
  private final Duration interval;
  private final int mostStreams;
  private final Counter applied = Metrics.counter(AggregateWindows.class, "applied");
  private final Counter dropped = Metrics.counter(AggregateWindows.class, "dropped");
  private final Counter commits = Metrics.counter(AggregateWindows.class, "commits");
  private final Counter restated = Metrics.counter(AggregateWindows.class, "restatedWindows");
  private transient Ledger ledger;
  private transient StreamCaches caches;

  @TimerId(COMMIT)
  private final TimerSpec commit = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  AggregateFn(LedgerAccess access, UUID job, Duration interval, int mostStreams) {
    this.access = access;
    this.job = job;
    this.interval = interval;
    this.mostStreams = mostStreams;
  }

  @Setup
  public void setup() {
    ledger = access.open();
    caches = StreamCaches.open(job, mostStreams);
  }

  @ProcessElement
  public void process(
      @Element KV<StreamId, FoldedPage> page,
      @TimerId(COMMIT) Timer timer,
      OutputReceiver<KV<StreamId, StreamCommit>> out) {
    StreamFold.Step step = fold(page.getKey()).take(page.getValue(), ledger);
    (step.outcome() == Outcome.APPLIED ? applied : dropped).inc();
    restated.inc(step.restated());
    if (step.commit() != null) {
      send(step.commit(), timer, out);
    }
  }

  @OnTimer(COMMIT)
  public void elapsed(
      @Key StreamId stream,
      @TimerId(COMMIT) Timer timer,
      OutputReceiver<KV<StreamId, StreamCommit>> out) {
    fold(stream).elapsed().ifPresent(next -> send(next, timer, out));
  }

  @Teardown
  public void teardown() {
    caches.close();
    ledger.close();
  }

  private void send(
      StreamCommit next, Timer timer, OutputReceiver<KV<StreamId, StreamCommit>> out) {
    commits.inc();
    out.output(KV.of(next.stream(), next));
    timer.offset(Times.joda(interval)).setRelative();
  }

  private StreamFold fold(StreamId stream) {
    return caches.of(stream, Horizon.STANDARD);
  }
}
