// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The inner side of a {@link Companion}: answers its input line by line and ends with it, and at
 * once with the process that started it.
 */
public final class Answers {
  /** What answers begin with; other lines are noise. */
  static final String PREFIX = "tidemark-bench ";

  private Answers() {}

  /** Does what a line asks for. */
  public interface Work {
    String answer(String question) throws Exception;
  }

  /** Has this process end with the one that started it. */
  public static void endWithParent() {
    ProcessHandle.current().parent().ifPresent(Answers::endWith);
  }

  private static void endWith(ProcessHandle parent) {
    var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
  }

  /**
   * Says that it is ready, and then answers until the input ends.
   *
   * @param ready the first answer, to nothing
   */
  public static void give(String ready, PrintWriter out, Work work) throws Exception {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      say(out, ready);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(out, work.answer(line));
      }
    }
  }

  private static void say(PrintWriter out, String text) {
    out.println(PREFIX + text);
    out.flush();
  }
}
