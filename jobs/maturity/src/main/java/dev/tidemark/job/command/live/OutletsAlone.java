// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.OpenDatabase;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs outlets and nothing else until it is stopped. */
@Command
public abstract class OutletsAlone implements Callable<Integer> {
  private static final Duration A_WHILE = Duration.ofHours(1);

  @Mixin private DatabaseChoice choice;
  @Mixin private Messages messages;

  @Override
  public Integer call() {
    try (StopSignal stop = StopSignal.caught();
        OpenDatabase opened = choice.openExisting();
        RunningOutlets telling = RunningOutlets.of(opened.access())) {
      telling.begin();
      messages.note("outlets are told what is committed");
      while (!stop.awaitAsked(A_WHILE)) {
        // Events are told by threads of the runner's own.
      }
    }
    return 0;
  }
}
