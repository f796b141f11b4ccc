// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Processor time so far, in nanoseconds. Unlike the time on the clock it does not grow with what
 * else the machine does.
 *
 * @param jvm of this process, in which both the console and those who ask are
 * @param database of the database's processes, to the hundredth of a second
 */
record LoadTime(long jvm, long database) {
  private static final ProcessHandle DATABASE = server();

  static LoadTime now() {
    long jvm =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime();
    long database =
        DATABASE
            .descendants()
            .mapToLong(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
            .sum();
    return new LoadTime(jvm, database);
  }

  /** Of the calling thread alone. */
  static long own() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  LoadTime since(LoadTime earlier) {
    return new LoadTime(jvm - earlier.jvm, database - earlier.database);
  }

  LoadTime plus(LoadTime other) {
    return new LoadTime(jvm + other.jvm, database + other.database);
  }

  /** The process that all of the database's come from. */
  private static ProcessHandle server() {
    return ProcessHandle.of(Served.count("SELECT pg_backend_pid() AS n"))
        .flatMap(ProcessHandle::parent)
        .orElseThrow();
  }
}
