// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.job.command.connector.CheckConnector;
import dev.tidemark.job.command.connector.ConnectorGroup;
import dev.tidemark.job.command.connector.DiscoverConnector;
import dev.tidemark.job.command.connector.ListTypes;
import dev.tidemark.job.command.estate.EstateGroup;
import dev.tidemark.job.command.live.ConsoleCommand;
import dev.tidemark.job.command.live.DemoCommand;
import dev.tidemark.job.command.live.MetricsCommand;
import dev.tidemark.job.command.live.RunCommand;
import dev.tidemark.job.command.live.UpCommand;
import dev.tidemark.job.command.model.ModelGroup;
import dev.tidemark.job.command.outlet.OutletGroup;
import dev.tidemark.job.command.preview.PreviewConnector;
import dev.tidemark.job.command.score.RestateDay;
import dev.tidemark.job.command.score.ShowScore;
import dev.tidemark.job.command.status.ShowStatus;
import dev.tidemark.job.command.upkeep.ChangeRetention;
import dev.tidemark.job.command.upkeep.KeyGroup;
import dev.tidemark.job.command.upkeep.PurgeNow;
import dev.tidemark.job.command.upkeep.RejectedGroup;
import dev.tidemark.job.command.upkeep.RestoreBackup;
import dev.tidemark.job.command.upkeep.TakeBackup;
import dev.tidemark.job.command.verify.VerifyConnector;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code tidemark} command: what it groups, and how it starts. */
@Command(
    name = "tidemark",
    description =
        "Keeps an organisation's data-and-AI maturity score current, with the reason for every"
            + " change.",
    versionProvider = Version.class,
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      RunCommand.class,
      ConsoleCommand.class,
      MetricsCommand.class,
      ListTypes.class,
      ConnectorGroup.class,
      CheckConnector.class,
      DiscoverConnector.class,
      PreviewConnector.class,
      VerifyConnector.class,
      ShowScore.class,
      RestateDay.class,
      ShowStatus.class,
      EstateGroup.class,
      ModelGroup.class,
      OutletGroup.class,
      KeyGroup.class,
      RejectedGroup.class,
      ChangeRetention.class,
      PurgeNow.class,
      TakeBackup.class,
      RestoreBackup.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 what was asked for failed, 2 wrong usage.",
      "tidemark COMMAND --help says more about a command."
    })
public final class Tidemark extends CommandGroup {

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    LogFile.inTemporaryFolder();
    Thread.setDefaultUncaughtExceptionHandler(Tidemark::log);
    System.exit(executed(arguments));
  }

  /** What a thread of the engine dies of concerns the log, not the person at the terminal. */
  private static void log(Thread thread, Throwable failure) {
    LoggerFactory.getLogger(Tidemark.class).error("thread {} died", thread.getName(), failure);
  }

  /** Not even a broken installation ends in a stack trace. */
  private static int executed(String[] arguments) {
    try {
      return commandLine().execute(arguments);
    } catch (LinkageError broken) {
      System.err.println("tidemark: " + Message.of(broken));
      return 1;
    }
  }

  /** The command, not run yet. */
  static CommandLine commandLine() {
    Failures failures = new Failures();
    return new CommandLine(new Tidemark())
        .setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }
}
