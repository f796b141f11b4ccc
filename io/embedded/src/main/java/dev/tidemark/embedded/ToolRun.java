// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What running a program came to.
 *
 * @param exit its exit code
 * @param output all it printed, errors included
 */
record ToolRun(int exit, String output) {

  /** All that is handed on: the caller's environment may hold secrets and PG* settings. */
  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH");

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

  /** The line that most likely says why it failed. */
  String lastWords() {
    List<String> lines = output.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.contains("error:") || line.contains("FATAL") || line.contains("PANIC"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it ended with code " + exit : lines.get(lines.size() - 1));
  }
}
