// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Workload;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.window.StreamFold;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Our folding, aggregating and committing code called from one loop: what is left when every engine
 * is taken away. Loses what it has not committed if it is killed, like {@link PlainThread}.
 */
final class FoldingThread implements Contestant {
  private static final long APART = Duration.ofSeconds(1).toNanos();

  @Override
  public Reading begin(Round round) {
    return Background.begun(
        round, (streams, ledger) -> new Loop(streams, ledger, round.workload()).run());
  }

  @Override
  public void close() {}

  /** When a stream may commit again. */
  private record Due(int stream, long at) {}

  private static final class Loop {
    private final Workload workload;
    private final Ledger ledger;
    private final StampedPages pages;
    private final CommitQueue commits;
    private final List<StreamFold> folds;
    private final Deque<Due> waiting = new ArrayDeque<>();

    Loop(Streams streams, Ledger ledger, Workload workload) {
      this.workload = workload;
      this.ledger = ledger;
      this.pages = new StampedPages(streams);
      this.commits = new CommitQueue(ledger.streams());
      this.folds =
          IntStream.range(0, streams.count())
              .mapToObj(stream -> StreamFold.of(streams.id(stream)))
              .toList();
    }

    void run() throws InterruptedException {
      for (int page = 0; page < workload.pages(); page++) {
        for (int stream = 0; stream < workload.streams(); stream++) {
          FoldedPage folded = pages.folded(stream, page);
          send(stream, folds.get(stream).take(folded, ledger).commit());
          elapse(System.nanoTime());
        }
      }
      elapse(Long.MAX_VALUE);
      commits.flush();
    }

    private void elapse(long now) {
      while (!waiting.isEmpty() && waiting.peek().at() <= now) {
        int stream = waiting.remove().stream();
        send(stream, folds.get(stream).elapsed().orElse(null));
      }
      commits.flushIfDue();
    }

    private void send(int stream, @Nullable StreamCommit commit) {
      if (commit != null) {
        commits.add(commit);
        waiting.add(new Due(stream, System.nanoTime() + APART));
      }
    }
  }
}
