// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.FoldedPageCoder;
import dev.tidemark.beam.RejectedRecordCoder;
import dev.tidemark.beam.StreamIdCoder;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reduces pages to partial aggregates, facts and counters by stream, in the stage that fetched
 * them. Neither order nor duplicates matter here; a page in gives one folded page out.
 */
public final class FoldPages extends PTransform<PCollection<Page>, FoldPages.Result> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<KV<StreamId, FoldedPage>> FOLDED = new TupleTag<>("folded") {};
  private static final TupleTag<RejectedRecord> REJECTED = new TupleTag<>("rejected") {};

  private final LedgerAccess ledger;

  private FoldPages(LedgerAccess ledger) {
    this.ledger = ledger;
  }

  /** Folds with the connector types on the class path and the pseudonym keys of a ledger. */
  public static FoldPages of(LedgerAccess ledger) {
    return new FoldPages(ledger);
  }

  @Override
  public Result expand(PCollection<Page> pages) {
    PCollectionTuple outputs =
        pages.apply(
            "Fold",
            ParDo.of(new FoldFn(ledger, FOLDED, REJECTED))
                .withOutputTags(FOLDED, TupleTagList.of(REJECTED)));
    return new Result(
        outputs.get(FOLDED).setCoder(KvCoder.of(StreamIdCoder.of(), FoldedPageCoder.of())),
        outputs.get(REJECTED).setCoder(RejectedRecordCoder.of()));
  }

  /** What became of the pages. */
  public static final class Result implements POutput {
    private final PCollection<KV<StreamId, FoldedPage>> folded;
    private final PCollection<RejectedRecord> rejected;

    private Result(
        PCollection<KV<StreamId, FoldedPage>> folded, PCollection<RejectedRecord> rejected) {
      this.folded = folded;
      this.rejected = rejected;
    }

    /** The folded pages by the stream they belong to. */
    public PCollection<KV<StreamId, FoldedPage>> folded() {
      return folded;
    }

    /**
     * Records that could not be used and that every pass shows again; others move with their page.
     */
    public PCollection<RejectedRecord> rejected() {
      return rejected;
    }

    @Override
    public Pipeline getPipeline() {
      return folded.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(FOLDED, folded, REJECTED, rejected);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }
}
