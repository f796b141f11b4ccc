// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.window.StreamFold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The commits of the current course, page number by page number: one of each stream, as they would
 * go into a transaction together.
 */
public final class Commits implements AutoCloseable {
  private final Ledger ledger;
  private final StampedPages pages;
  private final List<StreamFold> folds;

  private Commits(Ledger ledger, Streams streams) {
    this.ledger = ledger;
    this.pages = new StampedPages(streams);
    this.folds =
        IntStream.range(0, streams.count())
            .mapToObj(stream -> StreamFold.of(streams.id(stream)))
            .toList();
  }

  /** Those of a database's streams, each of which is taken. */
  public static Commits of(DatabaseAccess access) {
    return new Commits(access.open(), Streams.taken(access));
  }

  /** Folds pages of one number. */
  public List<StreamCommit> next(int page) throws InterruptedException {
    List<StreamCommit> commits = new ArrayList<>();
    for (int stream = 0; stream < folds.size(); stream++) {
      StreamFold fold = folds.get(stream);
      StreamCommit commit = fold.take(pages.folded(stream, page), ledger).commit();
      commits.add(commit != null ? commit : fold.elapsed().orElseThrow());
    }
    return commits;
  }

  /**
   * Writes, as the job does.
   *
   * @throws IllegalStateException if anything is refused
   */
  public void write(List<StreamCommit> commits) {
    for (CommitOutcome outcome : ledger.streams().commit(commits)) {
      if (outcome instanceof CommitOutcome.Refused refused) {
        throw new IllegalStateException("a commit was refused: " + refused);
      }
    }
  }

  @Override
  public void close() {
    ledger.close();
  }
}
