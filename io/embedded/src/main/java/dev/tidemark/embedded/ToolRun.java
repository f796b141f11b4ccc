// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What running a program came to.
 *
 * @param exit its exit code
 * @param output all it printed, errors included
 */
record ToolRun(int exit, String output) {

  /** All that is handed on: the caller's environment may hold secrets and PG* settings. */
  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH");

  private static final Pattern ERROR = Pattern.compile("(\\w+: error:|pg_ctl:|FATAL:|PANIC:).*");
  private static final String NOTHING = "it ended without a word";

  /** Runs {@code command} in {@code folder} to its end. */
  static ToolRun of(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    restrict(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ToolRun(exitOf(process), output);
  }

  private static void restrict(Map<String, String> environment) {
    environment.keySet().retainAll(PASSED_ON);
    environment.put("LC_ALL", "C"); // messages are searched for English signs
  }

  private static int exitOf(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + process.info().command(), stop);
    }
  }

  boolean succeeded() {
    return exit == 0;
  }

  /** What most likely says why it failed: its first error, else its last line. */
  String lastWords() {
    Matcher error = ERROR.matcher(output);
    return error.find()
        ? error.group()
        : output.lines().filter(it -> !it.isBlank()).reduce((one, next) -> next).orElse(NOTHING);
  }
}
