// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

/** One thing a connector must prove. Stateless. */
public interface Contract {
  /** What it is called, such as {@code Resumes}. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** What it checks, in a clause. */
  String checks();

  /**
   * Examines a candidate and writes down what was found. A contract takes the account for itself:
   * what it did to it is not undone.
   */
  void examine(Candidate candidate, Findings findings);
}
