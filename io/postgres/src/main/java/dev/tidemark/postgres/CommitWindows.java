// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.beam.OrganisationRevisionCoder;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.LedgerAccess;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Commits streams: those of a bundle in one transaction, at most 500 at a time, in the order they
 * come. For each organisation a transaction moved, its new revision comes out, and only then; what
 * is refused is announced in {@link dev.tidemark.beam.LostLeases}. A bundle that is tried again
 * changes nothing twice.
 */
public final class CommitWindows
    extends PTransform<PCollection<KV<StreamId, StreamCommit>>, PCollection<OrganisationRevision>> {
  private static final int DEFAULT_BATCH = 500;

  private final LedgerAccess access;
  private final int batch;

  private CommitWindows(LedgerAccess access, int batch) {
    this.access = access;
    this.batch = batch;
  }

  public static CommitWindows to(LedgerAccess access) {
    return new CommitWindows(access, DEFAULT_BATCH);
  }

  /** With so many commits at most in a transaction. */
  public CommitWindows withBatch(int most) {
    return new CommitWindows(access, most);
  }

  @Override
  public PCollection<OrganisationRevision> expand(PCollection<KV<StreamId, StreamCommit>> commits) {
    return commits
        .apply("Commit", ParDo.of(new CommitWindowsFn(access, batch)))
        .setCoder(OrganisationRevisionCoder.of());
  }
}
