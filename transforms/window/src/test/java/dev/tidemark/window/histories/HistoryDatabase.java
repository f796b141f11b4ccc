// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.Ledger;
import java.util.List;

/** The database of one history: a ledger with one stream that nothing else touches. */
public interface HistoryDatabase {
  Ledger ledger();

  /** A stream that was never read. */
  StreamId stream();

  /** Registers a submission of the pipeline, later than all before it. */
  PipelineJob startJob();

  /** Asks to read again whatever the stream has passed over and that does not wait yet. */
  void askReplay();

  /** Keys of what the stream has passed over and that does not count, each as often as it was. */
  List<String> passedOver();

  /**
   * Backs up the stream's row and all that is committed with it; running the result restores it.
   */
  Runnable backup();
}
