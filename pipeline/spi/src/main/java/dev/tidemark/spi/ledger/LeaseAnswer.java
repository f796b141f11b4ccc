// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.PipelineJob;

/** The answer to taking a lease. */
public sealed interface LeaseAnswer {
  /** Taken: reading goes on from here. */
  record Taken(long sequence, Cursor cursor) implements LeaseAnswer {}

  /** A later job holds the stream: this one stops reading it. */
  record Superseded(PipelineJob by) implements LeaseAnswer {}

  /** The connector is not there any more. */
  record Gone() implements LeaseAnswer {}
}
