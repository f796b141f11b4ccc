// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Everything that is logged while it is open, at every level, through SLF4J (with Logback) or the
 * JDK's logging, which drivers use. Nothing of it goes anywhere else; how it was is put back when
 * it is closed.
 */
final class LogWatch implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final JdkLogWatch jdk = new JdkLogWatch(lines);
  private final LogbackWatch logback = new LogbackWatch(lines);

  private LogWatch() {}

  static LogWatch begin() {
    LogWatch watch = new LogWatch();
    watch.jdk.attach();
    watch.logback.attach();
    return watch;
  }

  /** What was logged, with what was thrown. */
  List<String> lines() {
    return new ArrayList<>(lines);
  }

  @Override
  public void close() {
    logback.detach();
    jdk.detach();
  }
}
