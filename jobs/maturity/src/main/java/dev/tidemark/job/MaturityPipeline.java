// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job;

import dev.tidemark.beam.TidemarkCoders;
import dev.tidemark.job.local.SupersededException;
import dev.tidemark.maturity.live.ScoreOrganisations;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.CommitWindows;
import dev.tidemark.postgres.WriteRejected;
import dev.tidemark.postgres.WriteScores;
import dev.tidemark.source.PollStreams;
import dev.tidemark.source.WatchConnectors;
import dev.tidemark.spi.ledger.LedgerAccess;
import dev.tidemark.window.AggregateWindows;
import dev.tidemark.window.FoldPages;
import java.time.Duration;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The graph: seven steps, the same for one connector and for ten thousand. The names of its steps
 * are operator ids on Flink and are pinned by a golden file.
 */
public final class MaturityPipeline {
  private MaturityPipeline() {}

  /**
   * Adds the steps to a pipeline.
   *
   * @param ledger where connectors are configured and everything is kept
   * @param job this submission, see {@link PipelineJob}
   */
  public static void build(Pipeline pipeline, LedgerAccess ledger, PipelineJob job) {
    build(pipeline, ledger, PollStreams.of(ledger, job), job);
  }

  /**
   * The same.
   *
   * @param fetchDeadline how long one fetch may take where its connector type does not say
   */
  public static void build(
      Pipeline pipeline, LedgerAccess ledger, PipelineJob job, Duration fetchDeadline) {
    build(pipeline, ledger, PollStreams.of(ledger, job).withFetchDeadline(fetchDeadline), job);
  }

  private static void build(
      Pipeline pipeline, LedgerAccess ledger, PollStreams polling, PipelineJob job) {
    TidemarkCoders.register(pipeline);
    WatchConnectors.Result watched =
        pipeline.apply(
            "WatchConnectors",
            WatchConnectors.of(ledger, job).failingWhenSuperseded(SupersededException::new));
    FoldPages.Result folded =
        watched
            .assignments()
            .apply("PollStreams", polling)
            .apply("FoldPages", FoldPages.of(ledger));
    folded.rejected().apply("WriteRejected", WriteRejected.to(ledger));
    PCollection<OrganisationRevision> committed =
        folded
            .folded()
            .apply("AggregateWindows", AggregateWindows.of(ledger, job))
            .apply("CommitWindows", CommitWindows.to(ledger));
    PCollectionList.of(committed)
        .and(watched.organisations().apply("ScoreAtStart", scoreAtStart()))
        .apply("WhatChanged", Flatten.pCollections())
        .apply("ScoreOrganisations", ScoreOrganisations.from(ledger))
        .apply("WriteScores", WriteScores.to(ledger));
  }

  /** Every organisation is scored once when a job starts, also if nothing changes. */
  private static MapElements<OrganisationId, OrganisationRevision> scoreAtStart() {
    return MapElements.into(TypeDescriptor.of(OrganisationRevision.class))
        .via(organisation -> new OrganisationRevision(organisation, 0));
  }
}
