// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What polling a stream came to: counted, reported and, where people should know, logged once. Not
 * safe for use by several threads.
 */
final class PollRecord {
  private static final Logger LOG = LoggerFactory.getLogger(PolledStream.class);

  private final Assignment assignment;
  private final Reports reports;
  private final Heartbeat heartbeat;
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private @Nullable ConnectorException failure;
  private long passes;
  private boolean changed;
  private Volume unreported = Volume.none();

  PollRecord(Assignment assignment, Reports reports) {
    this.assignment = assignment;
    this.reports = reports;
    this.heartbeat = new Heartbeat(assignment.stream(), assignment.interval());
  }

  /** Passes that have ended. */
  long passes() {
    return passes;
  }

  /** Why the last poll failed, unless it succeeded. */
  Optional<ConnectorException> failure() {
    return Optional.ofNullable(failure);
  }

  /** A lease was taken. */
  void begin() {
    heartbeat.begin();
    changed = false;
  }

  void count(Outcome outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
    SourceMetrics.count(outcome, 1);
  }

  /** Hands over the counts since the last time. */
  void drain(ObjLongConsumer<Outcome> counter) {
    outcomes.forEach(counter::accept);
    outcomes.clear();
  }

  /** A page was read; it holds changes or not. */
  void page(int changes, Instant now) {
    count(Outcome.PAGE);
    heartbeat.page(now);
    changed |= changes > 0;
    recovered();
  }

  /** A pass has shown nothing new, and what it took will stand in no page. */
  void idle(Volume volume) {
    take(volume);
    count(Outcome.IDLE);
    recovered();
  }

  /**
   * A pass has ended.
   *
   * @param sequence the last page read
   * @return whether it brought changes
   */
  boolean passed(Lease lease, @Nullable Instant completeThrough, long sequence, Instant now) {
    heartbeat.passed(lease, completeThrough, sequence, now).ifPresent(this::report);
    passes++;
    boolean brought = changed;
    changed = false;
    return brought;
  }

  /** A poll has failed. */
  void failed(Lease lease, ConnectorException cause, Instant nextTry, Instant now) {
    count(cause.category() == Category.RATE_LIMITED ? Outcome.RATE_LIMITED : Outcome.FAILED);
    if (failure == null || failure.category() != cause.category()) {
      LOG.warn("{}: {}: {}; next try at {}", name(), code(cause), cause.getMessage(), nextTry);
    }
    failure = cause;
    take(Volume.none().costing(cause.cost()));
    heartbeat
        .failed(lease, new StreamReport.Failure(cause.category(), message(cause), nextTry), now)
        .ifPresent(this::report);
  }

  /** Nothing is fetched for a while, on purpose: told once. */
  void rests(Lease lease, StreamReport.Rest rest, Instant now) {
    heartbeat.rests(lease, rest, now).ifPresent(this::rests);
  }

  /**
   * The lease is let go of: what was taken and not told of yet is told, and nothing else changed.
   */
  void end(Lease lease, Instant now) {
    if (!unreported.equals(Volume.none())) {
      report(heartbeat.again(lease, now));
    }
  }

  private void rests(StreamReport report) {
    count(Outcome.RESTED);
    LOG.info("{} rests: {}", name(), report.rest());
    report(report);
  }

  private void report(StreamReport report) {
    reports.offer(report.with(unreported));
    unreported = Volume.none();
  }

  private void take(Volume volume) {
    unreported = unreported.plus(new Volume(0, 0, volume.bytes(), volume.calls(), volume.cost()));
  }

  /** The stream has ended here. */
  void ended(Outcome outcome) {
    count(outcome);
    LOG.debug("{} ends here: {}", name(), outcome);
  }

  private void recovered() {
    if (failure != null) {
      LOG.info("{} works again", name());
      failure = null;
    }
  }

  private String name() {
    return "stream "
        + assignment.stream().name()
        + " of "
        + assignment.connectorType()
        + " connector "
        + assignment.stream().connector();
  }

  private static String code(ConnectorException cause) {
    return cause.category().code();
  }

  private static String message(ConnectorException cause) {
    String message = cause.getMessage();
    return message == null ? code(cause) : message;
  }
}
