// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Connector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether connectors leave threads behind. Several are opened, used and closed: what a fake or a
 * library keeps for all is there once, what a connector leaves is there for each.
 */
final class ThreadsLeft {
  private static final int CONNECTORS = 4;

  /** How often, and how many milliseconds apart: a busy machine needs its time to log out. */
  private static final int PATIENCE = 20;

  private static final int PAUSE = 750;

  private final Candidate candidate;
  private final Findings findings;

  ThreadsLeft(Candidate candidate, Findings findings) {
    this.candidate = candidate;
    this.findings = findings;
  }

  void examine() {
    use();
    Set<Thread> before = living();
    for (int number = 0; number < CONNECTORS; number++) {
      use();
    }
    List<String> left = leftOver(before);
    if (left.size() >= CONNECTORS) {
      findings.broken(
          CONNECTORS + " connectors were closed and left the threads " + left,
          "end threads in close(), or share a few among all connectors");
    }
    findings.proved();
  }

  private void use() {
    try (Connector connector = candidate.open()) {
      new Reading(candidate, connector, candidate.streams().get(0).name(), 10).page();
    }
  }

  /** Threads of the JDK's HTTP client end once their client has been collected. */
  private static List<String> leftOver(Set<Thread> before) {
    List<String> left = since(before);
    for (int tries = 0; left.size() >= CONNECTORS && tries < PATIENCE; tries++) {
      System.gc();
      pause();
      left = since(before);
    }
    return left;
  }

  private static List<String> since(Set<Thread> before) {
    List<String> names = new ArrayList<>();
    for (Thread thread : living()) {
      if (!before.contains(thread)) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  private static Set<Thread> living() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  private static void pause() {
    try {
      boolean never = new CountDownLatch(1).await(PAUSE, TimeUnit.MILLISECONDS);
      assert !never;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
