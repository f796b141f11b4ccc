// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The machine's time so far, in ticks, and what of it the hypervisor gave to others.
 *
 * @param total of all processors
 */
record Steal(long total, long stolen) {
  private static final Path STATISTICS = Path.of("/proc/stat");

  /** Where steal stands in the first line (proc(5)): user nice system idle iowait irq softirq. */
  private static final int STOLEN = 7;

  /** Guest time is counted in user time already. */
  private static final int COUNTED = 8;

  /** As of now; empty where the system is no Linux. */
  static Optional<Steal> now() {
    if (!Files.isReadable(STATISTICS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(Files.readString(STATISTICS)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static Steal parse(String statistics) {
    String[] words = statistics.lines().findFirst().orElse("").split("\\s+");
    long[] ticks = Arrays.stream(words).skip(1).limit(COUNTED).mapToLong(Long::parseLong).toArray();
    return new Steal(Arrays.stream(ticks).sum(), ticks[STOLEN]);
  }

  /** The share stolen since. */
  static OptionalDouble since(Optional<Steal> earlier) {
    Optional<Steal> now = now();
    if (earlier.isEmpty() || now.isEmpty() || now.get().total == earlier.get().total) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        (double) (now.get().stolen - earlier.get().stolen)
            / (now.get().total - earlier.get().total));
  }
}
