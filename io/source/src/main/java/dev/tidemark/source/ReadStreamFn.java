// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.beam.Times;
import dev.tidemark.model.Assignment;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Page;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.NormaliseContext;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.splittabledofn.ManualWatermarkEstimator;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one stream per element and normalises what it reads. The restriction keeps the settled
 * cursor, for there is no database that would.
 */
abstract class ReadStreamFn extends PollingFn<String, MetricEvent> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ReadStreamFn.class);
  private static final int PAGES_PER_CALL = 16;

  private final ReadPages reading;
  private transient ConnectorType type;
  private transient UnaryOperator<String> pseudonyms;

  ReadStreamFn(ReadPages reading) {
    super(reading.key());
    this.reading = reading;
  }

  /** Whether a stream that has come so far is to be left. */
  abstract boolean isDone(PolledStream stream);

  /** Whether nothing after a page is read. */
  abstract boolean isLast(Page page);

  /** Whether a change becomes events. */
  abstract boolean isWanted(Change change);

  @Setup
  @Override
  public void setup() {
    super.setup();
    type = ConnectorTypes.require(reading.type());
    pseudonyms = reading.pseudonyms().hash();
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element String name,
      RestrictionTracker<PollRange, PollClaim> tracker,
      ManualWatermarkEstimator<Instant> watermark,
      OutputReceiver<MetricEvent> out) {
    PollRange range = tracker.currentRestriction();
    PolledStream stream = adopt(reading.assignment(name), range);
    long position = range.from();
    for (int taken = 0; taken < PAGES_PER_CALL; taken++) {
      Page page = stream.peek();
      if (page == null) {
        break;
      }
      if (!tracker.tryClaim(new PollClaim(position, page.stamp().after().settled()))) {
        return ProcessContinuation.stop();
      }
      position++;
      runtime().streams().moved(range.element(), position);
      stream.poll();
      emit(page, watermark, out);
      if (isLast(page)) {
        return finish(stream, tracker);
      }
      stream.advance();
    }
    return proceed(stream, tracker);
  }

  private PolledStream adopt(Assignment assignment, PollRange range) {
    if (runtime().books().leases() instanceof LocalLeases leases) {
      leases.startAt(assignment.stream(), range.cursor());
    }
    PolledStream stream =
        runtime().streams().adopt(assignment, range.element(), range.from(), owner());
    stream.advance();
    return stream;
  }

  private ProcessContinuation proceed(
      PolledStream stream, RestrictionTracker<PollRange, PollClaim> tracker) {
    stream.count(
        (outcome, times) -> Metrics.counter(ReadMetricEvents.class, outcome.counter()).inc(times));
    if (stream.peek() == null && isDone(stream)) {
      return finish(stream, tracker);
    }
    return ProcessContinuation.resume().withResumeDelay(Times.joda(stream.pause()));
  }

  private ProcessContinuation finish(
      PolledStream stream, RestrictionTracker<PollRange, PollClaim> tracker) {
    stream.close();
    runtime().streams().forget(tracker.currentRestriction().element());
    tracker.tryClaim(PollClaim.end());
    return ProcessContinuation.stop();
  }

  private void emit(
      Page page, ManualWatermarkEstimator<Instant> watermark, OutputReceiver<MetricEvent> out) {
    NormaliseContext context = new NormaliseContext(page.stratum(), page.observedAt(), pseudonyms);
    for (Change change : page.changes()) {
      if (isWanted(change)) {
        normalise(page, change, context, out);
      }
    }
    if (page.completeThrough() != null) {
      Instant complete = Times.joda(page.completeThrough());
      Instant known = watermark.currentWatermark();
      watermark.setWatermark(complete.isAfter(known) ? complete : known);
    }
  }

  private void normalise(
      Page page, Change change, NormaliseContext context, OutputReceiver<MetricEvent> out) {
    try {
      type.normalise(
          page.stream().name(),
          change,
          context,
          event -> out.outputWithTimestamp(event, timestamp(event)));
    } catch (ConnectorException e) {
      Metrics.counter(ReadMetricEvents.class, "rejected_records").inc();
      LOG.warn("record {} of stream {}: {}", change.key(), page.stream().name(), e.getMessage());
    }
  }

  private static Instant timestamp(MetricEvent event) {
    Instant end = Times.joda(event.end());
    return event.end().isAfter(event.start()) ? end.minus(Duration.millis(1)) : end;
  }
}
