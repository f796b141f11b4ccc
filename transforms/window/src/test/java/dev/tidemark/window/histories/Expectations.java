// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tail must be after each page, by what its reader has read. */
final class Expectations {
  private final Map<Step, Set<Map<WindowKey, Partial>>> tails = new HashMap<>();
  private final Map<Lease, Map<WindowKey, Partial>> now = new HashMap<>();

  private record Step(Lease lease, long sequence) {}

  /** A page was read; one read again with other rows may leave another tail. */
  void tail(
      Lease lease,
      long sequence,
      Map<WindowKey, Partial> settled,
      Map<WindowKey, Partial> collected,
      boolean more) {
    if (!more) {
      now.put(lease, Map.copyOf(collected));
    } else if (!settled.isEmpty()) {
      now.put(lease, Map.of());
    }
    sameTail(lease, sequence);
  }

  /** A page was read that leaves the tail as it was. */
  void sameTail(Lease lease, long sequence) {
    Map<WindowKey, Partial> tail = now.get(lease);
    if (tail != null) {
      tails.computeIfAbsent(new Step(lease, sequence), step -> new HashSet<>()).add(tail);
    }
  }

  /** The tails a row at this sequence may have; empty where it has the one it started with. */
  Optional<Set<Map<WindowKey, Partial>>> tails(Lease lease, long sequence) {
    return Optional.ofNullable(tails.get(new Step(lease, sequence)));
  }
}
