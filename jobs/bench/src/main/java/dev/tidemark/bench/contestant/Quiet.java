// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Meter;
import java.time.Duration;

/** Waits until this process has little to do: what came before must not be measured. */
final class Quiet {
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double LITTLE = 0.15;

  private Quiet() {}

  static void await() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    double share = 1;
    while (share > LITTLE && System.nanoTime() < end) {
      Meter before = Meter.started();
      Thread.sleep(LOOK.toMillis());
      Meter spent = Meter.started().since(before);
      share = (double) spent.cpuNanos() / spent.wallNanos();
    }
  }
}
