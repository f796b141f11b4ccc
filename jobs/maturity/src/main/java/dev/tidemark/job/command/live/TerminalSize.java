// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much a terminal shows at a time. */
record TerminalSize(int rows, int columns) {
  /** Asks about the standard output of the asking program, which is this process's own. */
  private static final List<String> QUESTION =
      List.of("sh", "-c", "test -t 1 && stty size </dev/tty >&2");

  /** The terminal this process writes to; empty where it writes to a file or a pipe. */
  static Optional<TerminalSize> attached() {
    return isPlain(System.getenv()) ? Optional.empty() : asked();
  }

  private static boolean isPlain(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "dumb").equals("dumb") || environment.containsKey("CI");
  }

  private static Optional<TerminalSize> asked() {
    try {
      Process shell =
          new ProcessBuilder(QUESTION).redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
      shell.getOutputStream().close();
      byte[] answer = shell.getErrorStream().readAllBytes();
      return parse(new String(answer, StandardCharsets.US_ASCII));
    } catch (IOException noShell) {
      return Optional.empty();
    }
  }

  static Optional<TerminalSize> parse(String answer) {
    String[] words = answer.strip().split(" ");
    if (words.length != 2 || !(words[0] + words[1]).matches("\\d{2,10}")) {
      return Optional.empty();
    }
    int rows = Integer.parseInt(words[0]);
    int columns = Integer.parseInt(words[1]);
    return rows < 2 || columns < 2
        ? Optional.empty()
        : Optional.of(new TerminalSize(rows, columns));
  }
}
