// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.StreamCommitCoder;
import dev.tidemark.beam.StreamIdCoder;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Duration;
import java.util.UUID;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Adds up the pages of each stream, each page exactly once and in its turn, and says what to
 * commit: the first change at once, further ones at most once per interval. Pages out of turn,
 * repeated or of a lost lease are dropped and their stream is let go of; reading goes on from its
 * row.
 *
 * <p>Holds no engine state but a timer: what has been applied is known to the database alone. A
 * late page is as good as any other, nothing is dropped for its age.
 */
public final class AggregateWindows
    extends PTransform<
        PCollection<KV<StreamId, FoldedPage>>, PCollection<KV<StreamId, StreamCommit>>> {
  private static final long serialVersionUID = 1L;

  private final LedgerAccess ledger;
  private final UUID job;
  private final Duration interval;
  private final int mostStreams;

  private AggregateWindows(LedgerAccess ledger, UUID job, Duration interval, int mostStreams) {
    this.ledger = ledger;
    this.job = job;
    this.interval = interval;
    this.mostStreams = mostStreams;
  }

  /** Commits a stream at most once a second and keeps at most 50,000 streams at hand per JVM. */
  public static AggregateWindows of(LedgerAccess ledger, PipelineJob job) {
    return new AggregateWindows(ledger, job.id(), Duration.ofSeconds(1), 50_000);
  }

  /** With another least time between two commits of one stream. */
  public AggregateWindows withInterval(Duration least) {
    return new AggregateWindows(ledger, job, least, mostStreams);
  }

  /** With another number of streams kept at hand in one JVM. */
  public AggregateWindows withMostStreams(int most) {
    return new AggregateWindows(ledger, job, interval, most);
  }

  @Override
  public PCollection<KV<StreamId, StreamCommit>> expand(
      PCollection<KV<StreamId, FoldedPage>> pages) {
    return pages
        .apply("Aggregate", ParDo.of(new AggregateFn(ledger, job, interval, mostStreams)))
        .setCoder(KvCoder.of(StreamIdCoder.of(), StreamCommitCoder.of()));
  }
}
