// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has spent by a moment: CPU time of all its threads, those of the collector and
 * the compiler included, and time by the clock.
 *
 * @param cpuNanos CPU time of the process
 * @param wallNanos of a clock that only tells differences
 * @param collectionMillis by the clock, in collections of garbage
 * @param compilationMillis of compiling threads, together, by the clock
 */
public record Meter(long cpuNanos, long wallNanos, long collectionMillis, long compilationMillis) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final CompilationMXBean COMPILATION = ManagementFactory.getCompilationMXBean();

  /** As of now. */
  public static Meter started() {
    return new Meter(
        SYSTEM.getProcessCpuTime(),
        System.nanoTime(),
        collections(),
        COMPILATION.getTotalCompilationTime());
  }

  /** What was spent since an earlier moment. */
  public Meter since(Meter earlier) {
    return new Meter(
        cpuNanos - earlier.cpuNanos,
        wallNanos - earlier.wallNanos,
        collectionMillis - earlier.collectionMillis,
        compilationMillis - earlier.compilationMillis);
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
