// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Folds pages one by one. */
final class FoldFn extends DoFn<Page, KV<StreamId, FoldedPage>> {
  private static final long serialVersionUID = 1L;

  private final LedgerAccess access;
  private final TupleTag<KV<StreamId, FoldedPage>> folded;
  private final TupleTag<RejectedRecord> rejected;
  private final Counter records = Metrics.counter(FoldPages.class, "records");
  private final Counter rejections = Metrics.counter(FoldPages.class, "rejected");
  private transient Ledger ledger;
  private transient PageFolder folder;

  FoldFn(
      LedgerAccess access,
      TupleTag<KV<StreamId, FoldedPage>> folded,
      TupleTag<RejectedRecord> rejected) {
    this.access = access;
    this.folded = folded;
    this.rejected = rejected;
  }

  @Setup
  public void setup() {
    ledger = access.open();
    folder = new PageFolder(types(), new Pseudonyms(ledger.registry()::pseudonymKey));
  }

  @ProcessElement
  public void process(@Element Page page, MultiOutputReceiver out) {
    PageFolder.Folded result = folder.fold(page);
    records.inc(page.changes().size());
    rejections.inc(result.rejected().size());
    out.get(folded).output(KV.of(page.stream(), result.page()));
    result.shownAgain().forEach(out.get(rejected)::output);
  }

  @Teardown
  public void teardown() {
    ledger.close();
  }

  private static Map<String, ConnectorType> types() {
    Map<String, ConnectorType> types = new HashMap<>();
    for (ConnectorType type : ServiceLoader.load(ConnectorType.class)) {
      types.put(type.description().type(), type);
    }
    return types;
  }
}
