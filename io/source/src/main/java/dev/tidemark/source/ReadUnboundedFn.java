// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.Settlement;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads on and on; a record becomes events once it is settled. */
@DoFn.UnboundedPerElement
final class ReadUnboundedFn extends ReadStreamFn {
  private static final long serialVersionUID = 1L;

  ReadUnboundedFn(ReadPages reading) {
    super(reading);
  }

  @Override
  boolean isDone(PolledStream stream) {
    return stream.ended();
  }

  @Override
  boolean isLast(Page page) {
    return false;
  }

  @Override
  boolean isWanted(Change change) {
    return change.settlement() == Settlement.SETTLED;
  }
}
