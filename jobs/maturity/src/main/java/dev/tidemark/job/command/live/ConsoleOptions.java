// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.console.ConsoleAddress;
import dev.tidemark.postgres.DatabaseAccess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a run on this machine serves the console, and where. */
final class ConsoleOptions {
  private static final int USUAL = 8085;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--console-port",
      paramLabel = "PORT",
      description = {
        "Serve the console on this port of 127.0.0.1, 0 for a free one, and say how to get in",
        "(default: 8085, or the next free one; with --until there is no console unless this is",
        "given)."
      })
  private @Nullable Integer port;

  @Option(names = "--no-console", description = "Serve no console.")
  private boolean none;

  @Mixin private SignInChoice signIn;

  /** Refuses what cannot be meant, before anything is started. */
  void validate() {
    if (port != null && (port < 0 || port > 65535)) {
      throw wrong("--console-port takes a port from 0 to 65535, not " + port);
    }
    if (none && port != null) {
      throw wrong("--no-console and --console-port cannot be meant both");
    }
  }

  /** Starts it where it is wanted: a run that ends by itself has nobody in front of it. */
  RunningConsole start(LiveOptions live, DatabaseAccess access) {
    if (none || (port == null && live.until().isPresent())) {
      return RunningConsole.none();
    }
    return port == null
        ? RunningConsole.near(USUAL, access, signIn.settings())
        : RunningConsole.at(ConsoleAddress.here(port), access, signIn.settings());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
