// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.beam.Times;
import dev.tidemark.model.Assignment;
import dev.tidemark.model.stream.Page;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.ManualWatermarkEstimator;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.joda.time.Instant;

/**
 * Polls one stream per element. It only hands over what the pool has read and says when to come
 * back.
 */
@DoFn.UnboundedPerElement
final class PollStreamsFn extends PollingFn<Assignment, Page> {
  private static final long serialVersionUID = 1L;
  private static final int PAGES_PER_CALL = 64;

  PollStreamsFn(RuntimeKey key) {
    super(key);
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element Assignment assignment,
      RestrictionTracker<PollRange, PollClaim> tracker,
      ManualWatermarkEstimator<Instant> watermark,
      OutputReceiver<Page> out) {
    PollRange range = tracker.currentRestriction();
    PolledStream stream =
        runtime().streams().adopt(assignment, range.element(), range.from(), owner());
    stream.advance();
    long position = range.from();
    for (int taken = 0; taken < PAGES_PER_CALL && stream.peek() != null; taken++) {
      if (!tracker.tryClaim(PollClaim.of(position))) {
        return ProcessContinuation.stop();
      }
      position++;
      runtime().streams().moved(range.element(), position);
      emit(stream, watermark, out);
    }
    return proceed(stream, tracker, watermark);
  }

  private static void emit(
      PolledStream stream, ManualWatermarkEstimator<Instant> watermark, OutputReceiver<Page> out) {
    Page page = stream.poll();
    if (page != null) {
      out.outputWithTimestamp(page, WallClock.notBefore(watermark.currentWatermark()));
    }
    stream.advance();
  }

  private ProcessContinuation proceed(
      PolledStream stream,
      RestrictionTracker<PollRange, PollClaim> tracker,
      ManualWatermarkEstimator<Instant> watermark) {
    stream.count(
        (outcome, times) -> Metrics.counter(PollStreams.class, outcome.counter()).inc(times));
    if (stream.ended()) {
      runtime().streams().forget(tracker.currentRestriction().element());
      tracker.tryClaim(PollClaim.end());
      return ProcessContinuation.stop();
    }
    watermark.setWatermark(WallClock.notBefore(watermark.currentWatermark()));
    return ProcessContinuation.resume().withResumeDelay(Times.joda(stream.pause()));
  }
}
