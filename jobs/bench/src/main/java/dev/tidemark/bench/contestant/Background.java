// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One thread that does everything. */
final class Background implements Contestant.Reading {
  private final FutureTask<Boolean> work;

  private Background(FutureTask<Boolean> work) {
    this.work = work;
  }

  /** What the thread does. */
  interface Work {
    void run() throws Exception;
  }

  static Background begun(Work work) {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              work.run();
              return true;
            });
    Thread thread = new Thread(task, "bench");
    thread.setDaemon(true);
    thread.start();
    return new Background(task);
  }

  @Override
  public void stop() throws ExecutionException, InterruptedException {
    work.get();
  }
}
