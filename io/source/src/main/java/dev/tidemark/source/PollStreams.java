// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Duration;
import java.util.Objects;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads every assigned stream and emits its pages, each stamped so that it applies exactly once.
 *
 * <p>Pages of one stream come in order; a page may come again under another lease after a failure,
 * and is then recognised by its stamp. Timestamps and watermark are the wall clock: how complete a
 * stream is stands in its pages. A failing stream is reported and tried again on its own schedule,
 * without touching others; a stream whose connector was changed, paused or removed, or that a later
 * job reads, ends.
 *
 * <p>No task thread ever waits: leases, settings and pages are fetched by a pool the whole JVM
 * shares. On Flink checkpointing has to be on.
 */
public final class PollStreams extends PTransform<PCollection<Assignment>, PCollection<Page>> {
  private static final long serialVersionUID = 1L;

  private final transient PipelineJob job;
  private final LedgerAccess ledger;
  private final SourceLimits limits;

  private PollStreams(LedgerAccess ledger, PipelineJob job, SourceLimits limits) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.job = Objects.requireNonNull(job, "job");
    this.limits = limits;
  }

  /**
   * Reads for a job.
   *
   * @param job everything is shared by its instances in a JVM
   */
  public static PollStreams of(LedgerAccess ledger, PipelineJob job) {
    return new PollStreams(ledger, job, SourceLimits.STANDARD);
  }

  /** How many threads per connector type may wait for sources in one JVM; 8 unless told. */
  public PollStreams withThreadsPerType(int threads) {
    return new PollStreams(ledger, job, limits.withThreadsPerType(threads));
  }

  /**
   * How many pages, of about 1 MiB at most, one JVM holds that are being fetched or wait to be
   * taken; 128 unless told.
   */
  public PollStreams withPagesInFlight(int pages) {
    return new PollStreams(ledger, job, limits.withPagesInFlight(pages));
  }

  /**
   * How long one fetch may take where its connector type does not say; 5 minutes unless told. One
   * that takes longer is interrupted, reported as failed for now and tried again, even if the
   * connector goes on hanging.
   */
  public PollStreams withFetchDeadline(Duration longest) {
    return new PollStreams(ledger, job, limits.withFetchDeadline(longest));
  }

  @Override
  public PCollection<Page> expand(PCollection<Assignment> assignments) {
    RuntimeKey key = RuntimeKey.of(new LedgerBooks(ledger), job, limits);
    return assignments.apply("Poll", ParDo.of(new PollStreamsFn(key)));
  }
}
