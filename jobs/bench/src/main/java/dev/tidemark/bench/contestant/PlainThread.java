// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.PipelineErrors;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.ledger.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One plain thread: fetches, parses with the parser everybody uses, adds up in open-addressing
 * tables of primitives and commits with our code once a second. It checks nothing, recovers
 * nothing, and reads on after a crash from wherever it likes; with snapshots it writes everything
 * it holds to disk every 10 s, which is the fair price of not losing it.
 */
final class PlainThread implements Contestant {
  private static final long COMMIT = Duration.ofSeconds(1).toNanos();
  private static final long SNAPSHOT = Duration.ofSeconds(10).toNanos();

  private final @Nullable Path folder;

  private PlainThread(@Nullable Path folder) {
    this.folder = folder;
  }

  static Contestant bare() {
    return new PlainThread(null);
  }

  static Contestant withSnapshots(Path scratch) {
    return new PlainThread(scratch);
  }

  @Override
  public Reading begin(Round round) {
    return Background.begun(
        round, (streams, ledger) -> new Loop(streams, ledger, round.workload()).run());
  }

  @Override
  public void close() {}

  private final class Loop {
    private final Workload workload;
    private final Fetching fetching = new Fetching();
    private final CommitQueue commits;
    private final List<StreamSums> sums;
    private long nextCommit = System.nanoTime() + COMMIT;
    private long nextSnapshot = System.nanoTime() + SNAPSHOT;

    Loop(Streams streams, Ledger ledger, Workload workload) {
      this.workload = workload;
      this.commits = new CommitQueue(ledger.streams());
      this.sums =
          IntStream.range(0, streams.count())
              .mapToObj(stream -> new StreamSums(streams, stream, workload))
              .toList();
    }

    void run() throws Exception {
      for (int page = 0; page < workload.pages(); page++) {
        for (int stream = 0; stream < workload.streams(); stream++) {
          read(stream, page);
          keep(System.nanoTime());
        }
      }
      commit();
    }

    private void read(int stream, int page) throws InterruptedException {
      StreamSums whole = sums.get(stream);
      for (Change change : fetching.page(stream, page).changes()) {
        PipelineErrors record = PipelineErrors.parse(change.payload().array());
        whole.add(record.pipeline(), record.at(), record.errors());
      }
      whole.read(page + 1);
    }

    private void keep(long now) throws Exception {
      if (now >= nextCommit) {
        commit();
        nextCommit = now + COMMIT;
      }
      if (folder != null && now >= nextSnapshot) {
        Snapshot.write(sums, folder.resolve("snapshot"));
        nextSnapshot = now + SNAPSHOT;
      }
    }

    private void commit() {
      sums.forEach(whole -> whole.commit().ifPresent(commits::add));
      commits.flush();
    }
  }
}
