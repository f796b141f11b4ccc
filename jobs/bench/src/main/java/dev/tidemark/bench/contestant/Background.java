// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.spi.ledger.Ledger;
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
    void run(Streams streams, Ledger ledger) throws Exception;
  }

  /** Begins with a lease on every stream. */
  static Background begun(Round round, Work work) {
    Streams streams = Streams.taken(round.access());
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              try (Ledger ledger = round.access().open()) {
                work.run(streams, ledger);
                return true;
              }
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
