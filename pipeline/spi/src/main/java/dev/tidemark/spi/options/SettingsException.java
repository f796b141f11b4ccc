// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used: names every problem at once and never shows a secret. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SettingsException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the options. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    if (problems.size() == 1) {
      return "settings: " + problems.get(0);
    }
    return problems.stream()
        .map(problem -> "\n  - " + problem)
        .collect(Collectors.joining("", "settings: " + problems.size() + " problems", ""));
  }
}
