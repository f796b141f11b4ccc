// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** Counts, sums and ranges of time by slot, in arrays, and which changed. */
final class Sums {
  private long[] counts = new long[128];
  private long[] sums = new long[128];
  private long[] earliest = new long[128];
  private long[] latest = new long[128];
  private final BitSet changed = new BitSet();

  void add(int slot, long at, long amount) {
    if (slot >= counts.length) {
      grow(Math.max(slot + 1, counts.length * 2));
    }
    earliest[slot] = counts[slot] == 0 ? at : Math.min(earliest[slot], at);
    latest[slot] = Math.max(latest[slot], at);
    counts[slot]++;
    sums[slot] += amount;
    changed.set(slot);
  }

  private void grow(int size) {
    counts = Arrays.copyOf(counts, size);
    sums = Arrays.copyOf(sums, size);
    earliest = Arrays.copyOf(earliest, size);
    latest = Arrays.copyOf(latest, size);
  }

  void takeChanged(IntConsumer consumer) {
    changed.stream().forEach(consumer);
    changed.clear();
  }

  long count(int slot) {
    return counts[slot];
  }

  long sum(int slot) {
    return sums[slot];
  }

  long earliest(int slot) {
    return earliest[slot];
  }

  long latest(int slot) {
    return latest[slot];
  }

  void writeTo(DataOutputStream out) throws IOException {
    for (int slot = 0; slot < counts.length; slot++) {
      out.writeLong(counts[slot]);
      out.writeLong(sums[slot]);
      out.writeLong(earliest[slot]);
      out.writeLong(latest[slot]);
    }
  }
}
