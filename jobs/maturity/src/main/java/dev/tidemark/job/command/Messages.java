// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command prints: facts to one place, all else to another. */
@Command
public final class Messages {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Those of a command. */
  static Messages of(CommandSpec spec) {
    Messages messages = new Messages();
    messages.spec = spec;
    return messages;
  }

  /** Prints a line of fact. */
  public void line(String text) {
    PrintWriter out = writer();
    out.println(text);
    out.flush();
  }

  /** Prints a line that is no fact, such as what is being done. */
  public void note(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }

  /** Where facts go. */
  public PrintWriter writer() {
    return spec.commandLine().getOut();
  }
}
