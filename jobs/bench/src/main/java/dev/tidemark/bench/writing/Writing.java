// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.writing;

import dev.tidemark.bench.contestant.Commits;
import dev.tidemark.bench.contestant.Table;
import dev.tidemark.bench.harness.FinalTable;
import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.workload.Course;
import dev.tidemark.bench.workload.Oracle;
import dev.tidemark.bench.workload.PageFile;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.model.stream.StreamCommit;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes the windows of a workload by our commits, and then the same rows by COPY. */
public final class Writing {
  private static final long SEED = 20_261_126;
  private static final String WAL =
      "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
  private static final String ROWS = "SELECT count(*) FROM tidemark.metric_window";
  private static final String OUT = "COPY tidemark.metric_window TO STDOUT (FORMAT binary)";
  private static final String IN = "COPY tidemark.metric_window FROM STDIN (FORMAT binary)";

  private final Bench bench;
  private final Workload workload;
  private final String database;
  private final FinalTable expected;
  private final List<Written> written = new ArrayList<>();

  private Writing(Bench bench, Workload workload) {
    this.bench = bench;
    this.workload = workload;
    this.database = "writing_" + workload.name().replace('-', '_');
    Path file = bench.folder().resolve(workload.name() + ".pages");
    PageFile.write(workload, SEED, file);
    PageFile pages = PageFile.map(workload, file);
    this.expected = new FinalTable(Oracle.of(workload, pages).rows());
    Course.begin(workload, pages, 0).open();
  }

  /**
   * Measures.
   *
   * @throws dev.tidemark.bench.workload.WrongResultException if the table is not what the oracle
   *     says after either
   */
  public static List<Written> measured(Bench bench, Workload workload) {
    try {
      return new Writing(bench, workload).run();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", stop);
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException("the rows cannot be written", failure);
    }
  }

  private List<Written> run() throws InterruptedException, SQLException, IOException {
    bench.say(workload.name() + ": by our commits");
    workload.register(bench.databases().made(database));
    commit();
    bench.say(workload.name() + ": by COPY");
    copy();
    bench.databases().drop(database);
    return List.copyOf(written);
  }

  /** Only the commits: folding comes before the clock starts. */
  private void commit() throws InterruptedException, SQLException {
    long rows = 0;
    long nanos = 0;
    long log = checkpointed();
    try (Commits commits = Commits.of(bench.databases().access(database))) {
      for (int page = 0; page < workload.pages(); page++) {
        List<StreamCommit> next = commits.next(page);
        long begin = System.nanoTime();
        commits.write(next);
        nanos += System.nanoTime() - begin;
        rows += next.stream().mapToLong(commit -> commit.windows().size()).sum();
      }
    }
    written.add(new Written(workload.name(), "our commits", rows, nanos, wal() - log));
    examine("our commits");
  }

  private void copy() throws SQLException, IOException {
    try (Connection connection = bench.databases().connection(database)) {
      CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
      Path rows = bench.folder().resolve(database + ".rows");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows))) {
        copies.copyOut(OUT, out);
      }
      bench.databases().execute(database, "TRUNCATE tidemark.metric_window");
      long log = checkpointed();
      long begin = System.nanoTime();
      try (InputStream in = new BufferedInputStream(Files.newInputStream(rows))) {
        copies.copyIn(IN, in);
      }
      long nanos = System.nanoTime() - begin;
      long count = bench.databases().number(database, ROWS);
      written.add(new Written(workload.name(), "COPY", count, nanos, wal() - log));
    }
    examine("COPY");
  }

  /** Whole pages go to the log after each checkpoint: both begin behind one. */
  private long checkpointed() {
    bench.databases().execute(database, "CHECKPOINT");
    return wal();
  }

  private long wal() {
    return bench.databases().number(database, WAL);
  }

  private void examine(String who) throws SQLException {
    try (Connection connection = bench.databases().connection(database)) {
      FinalTable.of(connection, Table.LEDGER).require(expected, who);
    }
  }
}
