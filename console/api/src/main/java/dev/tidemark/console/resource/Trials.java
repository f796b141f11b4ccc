// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.console.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on platforms of other people's, which may hang: so many at a time and each so long, that
 * none of it keeps the console from answering. What takes longer is interrupted and left behind.
 */
final class Trials implements AutoCloseable {
  private static final int MOST = 8;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Trials::thread);

  /** Does the work and answers what came of it, or a problem if that takes longer. */
  <T> T within(Duration longest, Callable<T> work) throws Exception {
    Future<T> future = begun(work);
    try {
      return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      String detail =
          "The platform did not answer within " + longest.toSeconds() + " s: try again.";
      throw Problem.of(Kind.TOO_SLOW, detail).thrown();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    } finally {
      future.cancel(true);
    }
  }

  private <T> Future<T> begun(Callable<T> work) {
    try {
      return threads.submit(work);
    } catch (RejectedExecutionException busy) {
      throw tooMany().with("Retry-After", "5");
    }
  }

  private static ProblemException tooMany() {
    String detail = "As many platforms are being tried as may be at a time: try again.";
    return Problem.of(Kind.UNAVAILABLE, detail).thrown();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "tidemark-console-trial");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
