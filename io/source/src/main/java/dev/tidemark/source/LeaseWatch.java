// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamLeases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks in batches whether the streams of this JVM still hold their leases, and tells those that do
 * not.
 */
final class LeaseWatch {
  private static final int BATCH = 5_000;

  private final StreamLeases leases;

  LeaseWatch(StreamLeases leases) {
    this.leases = leases;
  }

  private record Watched(PolledStream stream, Lease lease) {
    StreamId id() {
      return stream.assignment().stream();
    }
  }

  /** Looks once; blocks. Leases taken while it looks are left for the next time. */
  void look(Collection<PolledStream> streams) {
    List<Watched> watched = new ArrayList<>();
    for (PolledStream stream : streams) {
      stream.lease().ifPresent(lease -> watched.add(new Watched(stream, lease)));
    }
    for (int from = 0; from < watched.size(); from += BATCH) {
      compare(watched.subList(from, Math.min(from + BATCH, watched.size())));
    }
  }

  private void compare(List<Watched> watched) {
    Set<StreamId> ids = watched.stream().map(Watched::id).collect(Collectors.toSet());
    Map<StreamId, LeaseHolder> holders = leases.holders(ids);
    for (Watched each : watched) {
      LeaseHolder holder = holders.get(each.id());
      if (holder == null || !holder.lease().equals(each.lease())) {
        each.stream().lost(each.lease(), holder);
      }
    }
  }
}
