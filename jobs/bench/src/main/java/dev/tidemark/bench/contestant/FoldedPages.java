// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.model.stream.FoldedPage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Reads a page and folds it. */
final class FoldedPages extends RichMapFunction<Long, FoldedPage> {
  private final Turns turns;
  private final Streams streams;
  private transient StampedPages pages;

  FoldedPages(Turns turns, Streams streams) {
    this.turns = turns;
    this.streams = streams;
  }

  @Override
  public void open(OpenContext context) {
    pages = new StampedPages(streams);
  }

  @Override
  public FoldedPage map(Long turn) throws InterruptedException {
    return pages.folded(turns.stream(turn), turns.page(turn));
  }
}
