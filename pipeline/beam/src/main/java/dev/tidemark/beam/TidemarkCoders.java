// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The coder of every type that crosses a Beam edge. Pipelines find them by themselves, through
 * {@link java.util.ServiceLoader}; {@link #register} is for those that load services otherwise.
 */
public final class TidemarkCoders implements CoderProviderRegistrar {
  @Override
  public List<CoderProvider> getCoderProviders() {
    return List.of(
        provider(Assignment.class, AssignmentCoder.of()),
        provider(FoldedPage.class, FoldedPageCoder.of()),
        provider(MetricEvent.class, MetricEventCoder.of()),
        provider(OrganisationId.class, OrganisationIdCoder.of()),
        provider(OrganisationRevision.class, OrganisationRevisionCoder.of()),
        provider(Page.class, PageCoder.of()),
        provider(Partial.class, PartialCoder.of()),
        provider(RejectedRecord.class, RejectedRecordCoder.of()),
        provider(ScoreUpdate.class, ScoreUpdateCoder.of()),
        provider(StreamCommit.class, StreamCommitCoder.of()),
        provider(StreamId.class, StreamIdCoder.of()),
        provider(WindowKey.class, WindowKeyCoder.of()));
  }

  /** Makes the coders the pipeline's own choice for their types. */
  public static void register(Pipeline pipeline) {
    new TidemarkCoders()
        .getCoderProviders()
        .forEach(pipeline.getCoderRegistry()::registerCoderProvider);
  }

  private static <T> CoderProvider provider(Class<T> type, Coder<T> coder) {
    return CoderProviders.forCoder(TypeDescriptor.of(type), coder);
  }
}
