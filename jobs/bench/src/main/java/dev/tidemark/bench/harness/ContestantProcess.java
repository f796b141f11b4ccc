// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.ContestantMain;
import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Round;
import dev.tidemark.bench.contestant.Spent;
import dev.tidemark.bench.process.Companion;
import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.bench.workload.BenchConnectorType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A contestant in a process of its own, from the first round to the last. */
record ContestantProcess(Entry entry, Companion process) implements AutoCloseable {
  /**
   * Starts one and waits until it is ready.
   *
   * @param parent gets a folder for what it leaves while it runs, its log above all
   */
  static ContestantProcess start(Entry entry, JavaOptions options, Path parent) {
    Path scratch = parent.resolve(entry.name().toLowerCase(Locale.ROOT));
    return new ContestantProcess(
        entry,
        Companion.start(
            new Companion.Plan(
                entry.title(),
                ContestantMain.class,
                List.of(entry.name(), scratch.toString()),
                options,
                List.of(BenchConnectorType.class),
                scratch)));
  }

  /** Runs a round. */
  Spent run(Round round) {
    return Spent.parse(process.ask(round.text()));
  }

  @Override
  public void close() {
    process.close();
  }
}
