// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish to stop, as a signal (Ctrl-C, kill) brings it.
 *
 * <p>The JVM answers a signal by running shutdown hooks and then ends with the signal's own exit
 * code. The hook here asks the program to stop, waits until it has, and ends the process with the
 * program's own code: stopping when told to is fine, not a failure.
 */
final class StopSignal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopped, "stop");

  private StopSignal() {}

  /** Catches signals from now on. */
  static StopSignal caught() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Waits until somebody wants to stop, or the time is over; tells whether somebody does. */
  boolean awaitAsked(Duration longest) {
    try {
      return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  private void stopped() {
    asked.countDown();
    try {
      if (done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** The program has stopped and left everything tidy. */
  @Override
  public void close() {
    done.countDown();
    if (!isAsked()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
