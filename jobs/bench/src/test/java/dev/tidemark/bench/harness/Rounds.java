// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Spent;
import dev.tidemark.bench.workload.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Rounds as a machine with a little noise would have measured them. */
final class Rounds {
  static final String WORKLOAD = "some";

  private static final long RECORDS = 1_000_000;
  private static final double[] NOISE = {1.01, 0.99, 1.00, 1.02, 0.98};

  private final List<Sample> samples = new ArrayList<>();
  private int contestants;

  /** Five rounds of a contestant that needs so many CPU-seconds for a million records. */
  Rounds with(Entry entry, double cpuSeconds) {
    for (int pass = 1; pass <= NOISE.length; pass++) {
      samples.add(sample(pass, entry, cpuSeconds * NOISE[(pass + contestants) % NOISE.length], 0));
    }
    contestants++;
    return this;
  }

  /** One round. */
  Rounds single(Entry entry, int pass, double cpuSeconds) {
    samples.add(sample(pass, entry, cpuSeconds, 0));
    return this;
  }

  /** One round somebody stole time from. */
  Rounds robbed(Entry entry, int pass, double cpuSeconds) {
    samples.add(sample(pass, entry, cpuSeconds, 0.2));
    return this;
  }

  private static Sample sample(int pass, Entry entry, double cpuSeconds, double steal) {
    Meter meter = new Meter((long) (cpuSeconds * 1e9), (long) (cpuSeconds * 1e9), 0, 0);
    Spent spent = new Spent(RECORDS, meter);
    return new Sample(WORKLOAD, pass, entry, spent, 2.5, OptionalDouble.of(steal));
  }

  Samples samples() {
    return new Samples(samples);
  }
}
