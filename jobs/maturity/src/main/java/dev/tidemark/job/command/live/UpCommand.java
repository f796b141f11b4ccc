// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.DataFolder;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.connector.ConnectorDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything on this machine. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Run everything on this machine and watch the score.",
      "Starts a PostgreSQL server and a Flink cluster of its own, kept in the data folder, and"
          + " shows",
      "the score card as it moves, here and in a console for the browser. Ctrl-C stops; the next",
      "'up' goes on from there.",
      "Where nothing else is configured, its own server is the first source.",
      "",
      "What was read is in the folder's PostgreSQL and nowhere else. The checkpoints beside it let",
      "Flink start a failed task again while this command runs, and go when it ends: the next 'up'",
      "needs none of them, however this one ended."
    })
public final class UpCommand implements Callable<Integer> {
  @Mixin private LiveOptions options;
  @Mixin private ConsoleOptions console;
  @Mixin private Messages messages;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = DataFolder.DEFAULT,
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--source",
      paramLabel = "URL",
      description = {
        "A PostgreSQL server to read: postgresql://user:password@host:port/database.",
        "May be given several times."
      })
  private List<String> sources = List.of();

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      defaultValue = "My organisation",
      description = "Whose these sources are (default: ${DEFAULT-VALUE}).")
  private String organisation;

  @Override
  public Integer call() {
    options.validate();
    console.validate();
    List<ConnectorDraft> drafts =
        sources.stream().map(url -> Sources.at(url, organisation)).toList();
    return new OneMachine(folder, options, console, messages)
        .run(
            database -> Preparation.sources(database, drafts, organisation),
            access -> Beside.NOTHING);
  }
}
