// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found in one document so far. Not safe for use by several threads. */
public final class Problems {
  private final String document;
  private final List<Problem> found = new ArrayList<>();

  /**
   * No problems yet.
   *
   * @param document what the document is called in messages
   */
  public Problems(String document) {
    this.document = document;
  }

  /** Notes one more. */
  public void add(String path, int line, String what, String remedy) {
    found.add(new Problem(path, line, what, remedy));
  }

  /** How many there are, to tell whether a step added any. */
  public int count() {
    return found.size();
  }

  /** Refuses the document if anything was found. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      List<Problem> ordered = new ArrayList<>(found);
      ordered.sort(Comparator.comparingInt(Problem::line));
      throw new InvalidDocumentException(document, ordered);
    }
  }
}
