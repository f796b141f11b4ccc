// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.RejectedStore;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The dead letters of a pipeline without a database: it hands them on and keeps none. */
final class NothingKept implements RejectedStore {
  @Override
  public void keep(List<RejectedRecord> records) {}

  @Override
  public Set<StreamId> awaiting() {
    return Set.of();
  }

  @Override
  public List<Waiting> waiting(StreamId stream, Collection<KeptRecord> underWay, int most) {
    return List.of();
  }
}
