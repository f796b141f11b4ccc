// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * What running the command came to.
 *
 * @param exit its exit code
 * @param out all it printed as facts
 * @param err all else it printed
 */
record Ran(int exit, String out, String err) {

  /** Runs {@code tidemark} with these arguments in this process. */
  static Ran tidemark(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    LogFile.in(Path.of("target"));
    CommandLine command =
        Tidemark.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int exit = command.execute(texts);
    return new Ran(exit, out.toString(), err.toString());
  }

  /** Everything printed. */
  String all() {
    return out + err;
  }
}
