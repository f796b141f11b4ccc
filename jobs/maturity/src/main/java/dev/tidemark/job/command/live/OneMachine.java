// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.DataFolder;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.postgres.DatabaseAccess;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything on this machine: a PostgreSQL server, a console and a Flink cluster of its own, and a
 * run in front of them.
 *
 * @param folder where everything is kept
 */
record OneMachine(Path folder, LiveOptions options, ConsoleOptions console, Messages messages) {

  /**
   * Runs until the end; answers the exit code.
   *
   * @param sources registers what is to be read
   * @param beside what goes on meanwhile
   */
  int run(Consumer<OpenDatabase> sources, Function<DatabaseAccess, Beside> beside) {
    try (StopSignal stop = StopSignal.caught();
        OpenDatabase database = DatabaseChoice.embedded(folder).open()) {
      LiveRun run = new LiveRun(database, options, messages);
      run.step("PostgreSQL runs at " + database.access().location());
      Preparation.model(database.access());
      sources.accept(database);
      try (RunningConsole serving = console.start(options, database.access());
          Beside telling = RunningOutlets.of(database.access());
          Beside more = beside.apply(database.access())) {
        serving.words().forEach(run::keep);
        telling.begin();
        more.begin();
        return on(run, stop);
      }
    }
  }

  private int on(LiveRun run, StopSignal stop) {
    run.step("starting Flink");
    try (LocalFlink flink = LocalFlink.start(new DataFolder(folder).flink(), options.tuning())) {
      return run.on(flink, stop);
    }
  }
}
