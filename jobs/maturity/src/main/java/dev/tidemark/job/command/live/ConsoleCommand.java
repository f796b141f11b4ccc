// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.console.ConsoleAddress;
import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.console.GrantRole;
import dev.tidemark.job.command.console.LinkPerson;
import dev.tidemark.job.command.console.ListPeople;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the console on its own, beside a job wherever it runs. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = {
      "Serve the console: the web page and the API it is made of. Runs until it is stopped.",
      "'up' and 'demo' serve one of their own. The first start prints a link that lets the first",
      "administrator in, once. Reached from this machine alone unless told otherwise."
    },
    subcommands = {LinkPerson.class, GrantRole.class, ListPeople.class})
public final class ConsoleCommand implements Callable<Integer> {
  private static final Duration A_WHILE = Duration.ofHours(1);

  @Spec private CommandSpec spec;
  @Mixin private DatabaseChoice choice;
  @Mixin private Messages messages;
  @Mixin private SignInChoice signIn;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "The address of this machine to listen at (default: ${DEFAULT-VALUE}). Any other needs",
        "--origin, and TLS that ends in front of it."
      })
  private String address;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8085",
      description = {
        "The port to listen at; 0 takes a free one and says which (default: ${DEFAULT-VALUE})."
      })
  private int port;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = "Where people reach it over TLS, such as https://tidemark.example.com.")
  private @Nullable URI origin;

  @Override
  public Integer call() {
    ConsoleAddress listening = listening();
    IssuerSettings issuer = signIn.settings();
    try (StopSignal stop = StopSignal.caught();
        OpenDatabase opened = choice.openExisting();
        RunningConsole console = RunningConsole.at(listening, opened.access(), issuer);
        RunningOutlets telling = RunningOutlets.of(opened.access())) {
      telling.begin();
      console.words().forEach(messages::note);
      while (!stop.awaitAsked(A_WHILE)) {
        // Requests are answered by threads of the server's own.
      }
    }
    return 0;
  }

  private ConsoleAddress listening() {
    try {
      return new ConsoleAddress(address, port, origin);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
