// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import java.nio.file.Path;

/** Who takes part. */
public enum Entry {
  /** Our graph as {@code tidemark up} runs it. */
  SHIPPED("our graph, shipped settings", Table.LEDGER),
  /** The same once more: the A/A control. */
  SHIPPED_AGAIN("our graph, shipped settings, again (A/A)", Table.LEDGER),
  /** The same with a planted slowdown of 10 %. */
  SHIPPED_SLOWED("our graph, slowed by 10 %", Table.LEDGER),
  /** Our graph on one task. */
  SHIPPED_ONE("our graph, shipped settings, parallelism 1", Table.LEDGER),
  /** Our graph as Beam runs it unless told otherwise. */
  DEFAULTS("our graph, Beam's default options", Table.LEDGER),
  /** A native Flink job as its documentation would have it. */
  NATIVE("idiomatic native Flink job", Table.PLAIN),
  /** The native Flink job that folds and writes with our code. */
  NATIVE_BEST("best native Flink job", Table.LEDGER),
  /** One thread, nothing else. */
  THREAD("one plain thread", Table.LEDGER),
  /** One thread that keeps a snapshot every 10 s. */
  THREAD_SNAPSHOTS("one plain thread, snapshot every 10 s", Table.LEDGER),
  /** One thread that folds with our code. */
  THREAD_FOLDING("one thread with our folding code", Table.LEDGER);

  private static final int TWO_CORES = 2;

  private final String title;
  private final Table table;

  Entry(String title, Table table) {
    this.title = title;
    this.table = table;
  }

  /** What it is, for people. */
  public String title() {
    return title;
  }

  /** Where its results are. */
  public Table table() {
    return table;
  }

  /** Whether it is made slower than it is. */
  public boolean isSlowed() {
    return this == SHIPPED_SLOWED;
  }

  /**
   * Prepares it in this process.
   *
   * @param scratch a folder for files it needs while it runs
   */
  Contestant prepared(Path scratch) {
    return switch (this) {
      case SHIPPED, SHIPPED_AGAIN, SHIPPED_SLOWED -> ShippedGraph.on(scratch, TWO_CORES);
      case SHIPPED_ONE -> ShippedGraph.on(scratch, 1);
      case DEFAULTS -> DefaultsGraph.on(scratch);
      case NATIVE -> NativeJob.on(scratch);
      case NATIVE_BEST -> NativeBest.on(scratch);
      case THREAD -> PlainThread.bare();
      case THREAD_SNAPSHOTS -> PlainThread.withSnapshots(scratch);
      case THREAD_FOLDING -> new FoldingThread();
    };
  }
}
