// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * The registry of connectors as a stream: one assignment per stream of every active connector, and
 * again whenever it changes; every organisation once, and again whenever it changes. It follows the
 * registry's version clock, so nothing is missed, and comes within a second of a change. A pause or
 * removal shows in no assignment: {@link PollStreams} sees it in the registry.
 *
 * <p>Assignments of one connector come in order of version; after a failure some may come again.
 */
public final class WatchConnectors extends PTransform<PBegin, WatchConnectors.Result> {
  private static final long serialVersionUID = 1L;
  static final TupleTag<Assignment> ASSIGNMENTS = new TupleTag<>("assignments") {};
  static final TupleTag<OrganisationId> ORGANISATIONS = new TupleTag<>("organisations") {};

  private final transient PipelineJob job;
  private final LedgerAccess ledger;
  private final @Nullable SerializableFunction<String, RuntimeException> failure;

  private WatchConnectors(
      LedgerAccess ledger,
      PipelineJob job,
      @Nullable SerializableFunction<String, RuntimeException> failure) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.job = Objects.requireNonNull(job, "job");
    this.failure = failure;
  }

  /** Watches for a job, until a later one supersedes it. */
  public static WatchConnectors of(LedgerAccess ledger, PipelineJob job) {
    return new WatchConnectors(ledger, job, null);
  }

  /**
   * The same, failing once the job is superseded instead of only ending: an engine that never lets
   * an unbounded job finish can be told so by a failure it does not recover from.
   *
   * @param failure makes it of a message
   */
  public WatchConnectors failingWhenSuperseded(
      SerializableFunction<String, RuntimeException> failure) {
    return new WatchConnectors(ledger, job, Objects.requireNonNull(failure, "failure"));
  }

  @Override
  public Result expand(PBegin begin) {
    RuntimeKey key = RuntimeKey.of(new LedgerBooks(ledger), job, SourceLimits.STANDARD);
    PCollectionTuple watched =
        begin
            .apply("Start", Impulse.create())
            .apply(
                "Watch",
                ParDo.of(new WatchConnectorsFn(key, failure))
                    .withOutputTags(ASSIGNMENTS, TupleTagList.of(ORGANISATIONS)));
    return new Result(watched);
  }

  /** What the registry holds. */
  public static final class Result implements POutput {
    private final PCollectionTuple watched;

    private Result(PCollectionTuple watched) {
      this.watched = watched;
    }

    /** The order to read each stream. */
    public PCollection<Assignment> assignments() {
      return watched.get(ASSIGNMENTS);
    }

    /** Every organisation whose connectors may be read. */
    public PCollection<OrganisationId> organisations() {
      return watched.get(ORGANISATIONS);
    }

    @Override
    public Pipeline getPipeline() {
      return watched.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return watched.expand();
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {
      watched.finishSpecifyingOutput(transformName, input, transform);
    }
  }
}
