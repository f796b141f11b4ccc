// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only groups others: on its own it is wrong usage. */
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public abstract class CommandGroup implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Says which commands there are. */
  @Override
  public Integer call() {
    String known =
        String.join(
            ", ",
            spec.subcommands().keySet().stream().filter(name -> !name.equals("help")).toList());
    throw new ParameterException(
        spec.commandLine(), spec.qualifiedName() + " needs one of: " + known);
  }
}
