// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

/**
 * A command that has ended.
 *
 * @param exit its exit code; 128 and the number of the signal for one that was killed
 * @param out what it printed as facts
 * @param err what else it printed
 */
public record Ended(int exit, String out, String err) {

  /** Whether it ended in a stack trace. */
  public boolean showsTrace() {
    return (out + err).lines().anyMatch(line -> line.matches("\\s+at [\\w.$/]+\\(.*\\)"));
  }
}
