// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A document that cannot be used. Its message names the document and every problem found, one to a
 * line.
 */
public final class InvalidDocumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Refuses a document for these problems, at least one. */
  public InvalidDocumentException(String document, List<Problem> problems) {
    super(message(document, problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the order of lines. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(String document, List<Problem> problems) {
    String head =
        document + " has " + (problems.size() == 1 ? "1 problem:" : problems.size() + " problems:");
    return problems.stream()
        .map(problem -> "\n  " + problem)
        .collect(Collectors.joining("", head, ""));
  }
}
