// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.Messages;
import dev.tidemark.testkit.organisation.Organisation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs everything on this machine on a company that does not exist. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Watch the score of a company that does not exist, without an account anywhere.",
      "As 'up', but what is read is synthetic: a company with a year of history, whose platforms",
      "are played in this process and read over real HTTP and JDBC. It gets better while you",
      "watch, and worse once. All the history its platforms keep is read, at most a year, and the",
      "scores of those days are computed once it has been. The next 'demo' in the same folder goes"
          + " on with the same company."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final String FOLDER = ".tidemark-demo";

  @Spec private CommandSpec spec;
  @Mixin private LiveOptions options;
  @Mixin private ConsoleOptions console;
  @Mixin private Messages messages;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = FOLDER,
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = {
        "How large the company is: 1 has about 200 assets and 60 people (the default), 100 is"
            + " large."
      })
  private @Nullable Integer size;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Another company of the same size (default: " + DemoFolder.SEED + ").")
  private @Nullable Long seed;

  @Override
  public Integer call() {
    options.validate();
    console.validate();
    Organisation organisation = organisation();
    introduce(organisation);
    try (DemoAccounts accounts = DemoAccounts.start(organisation, Clock.systemUTC(), this::begin)) {
      int exit =
          new OneMachine(folder, options, console, messages)
              .run(
                  database -> Preparation.register(database, accounts.drafts(), "tidemark demo"),
                  access -> new EarlierDays(access, options.until().isPresent()));
      goOn();
      return exit;
    }
  }

  private void begin(String type) {
    messages.note("playing a year of " + type);
  }

  private void introduce(Organisation organisation) {
    messages.note(
        "All data here is synthetic: "
            + organisation.name()
            + " does not exist. What it has at "
            + String.join(", ", DemoAccounts.types())
            + " is played in this process and read over HTTP and JDBC on this machine; no account"
            + " is used.");
    messages.note(
        "Its data gets better from minute to minute, between the fourth and the eighth worse."
            + " Ctrl-C stops.");
  }

  private void goOn() {
    String here = folder.equals(Path.of(FOLDER)) ? "" : " --data-dir " + folder;
    String kept = " --data-dir " + folder;
    messages.note(
        """
        What next:
          tidemark score --explain%s   every indicator, and what it rests on
          tidemark status%s            every stream, and what reading it costs
          tidemark demo%s              goes on with the same company
          tidemark up --source URL     your own PostgreSQL; 'tidemark connectors' lists what else can be read\
        """
            .formatted(kept, kept, here));
  }

  private Organisation organisation() {
    try {
      return new DemoFolder(folder).organisation(size, seed, Clock.systemUTC().instant());
    } catch (IllegalArgumentException outOfRange) {
      throw new ParameterException(spec.commandLine(), "--size: " + outOfRange.getMessage());
    }
  }
}
