// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Page;
import dev.tidemark.spi.Category.Retry;
import dev.tidemark.spi.ConnectorException;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Reads one pass. A failure that time alone does not heal fails the pipeline, with the connector's
 * message; others are tried again.
 */
@DoFn.BoundedPerElement
final class ReadBoundedFn extends ReadStreamFn {
  private static final long serialVersionUID = 1L;

  ReadBoundedFn(ReadPages reading) {
    super(reading);
  }

  @Override
  boolean isDone(PolledStream stream) {
    stream.failure().ifPresent(ReadBoundedFn::giveUp);
    return stream.ended() || stream.passes() > 0;
  }

  @Override
  boolean isLast(Page page) {
    return page.stamp().step().ends();
  }

  @Override
  boolean isWanted(Change change) {
    return true;
  }

  private static void giveUp(ConnectorException failure) {
    if (failure.category().retry() == Retry.SLOWLY) {
      throw failure;
    }
  }
}
