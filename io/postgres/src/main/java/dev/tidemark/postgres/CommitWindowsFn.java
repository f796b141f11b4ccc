// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;

/** Gathers the commits of a bundle and hands them to the ledger. */
final class CommitWindowsFn extends DoFn<KV<StreamId, StreamCommit>, OrganisationRevision> {
  private final LedgerAccess access;
  private final int batch;
  private transient Ledger ledger;
  private transient List<StreamCommit> pending;
  private transient Instant newest;

  CommitWindowsFn(LedgerAccess access, int batch) {
    this.access = access;
    this.batch = batch;
  }

  @Setup
  public void open() {
    ledger = access.open();
  }

  @StartBundle
  public void begin() {
    pending = new ArrayList<>();
    newest = GlobalWindow.TIMESTAMP_MIN_VALUE;
  }

  @ProcessElement
  public void gather(
      @Element KV<StreamId, StreamCommit> commit,
      @Timestamp Instant at,
      OutputReceiver<OrganisationRevision> moved) {
    pending.add(commit.getValue());
    newest = at.isAfter(newest) ? at : newest;
    if (pending.size() >= batch) {
      committed().forEach(moved::output);
    }
  }

  /** The graph has one window, the global one. */
  @FinishBundle
  public void end(FinishBundleContext context) {
    committed().forEach(revision -> context.output(revision, newest, GlobalWindow.INSTANCE));
  }

  @Teardown
  public void close() {
    ledger.close();
  }

  private List<OrganisationRevision> committed() {
    List<StreamCommit> commits = pending;
    pending = new ArrayList<>();
    return new Commits(ledger.streams()).apply(commits);
  }
}
