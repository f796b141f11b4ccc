// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import java.io.PrintWriter;
import java.util.List;

/**
 * A part of the terminal that is drawn again and again in the same place. Not safe for use by
 * several threads.
 */
final class Canvas {
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintWriter out;
  private int drawn;

  Canvas(PrintWriter out) {
    this.out = out;
  }

  /** Replaces what was drawn last. */
  void draw(List<String> lines) {
    out.print(up() + CLEAR_BELOW);
    lines.forEach(out::println);
    out.flush();
    drawn = lines.size();
  }

  /** Writes what is never drawn over, in the place of what was drawn last. */
  void leave(String text) {
    draw(List.of(text));
    drawn = 0;
  }

  private String up() {
    return drawn == 0 ? "" : "\u001b[" + drawn + "F";
  }
}
