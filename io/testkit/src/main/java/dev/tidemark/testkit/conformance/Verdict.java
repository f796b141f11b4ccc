// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import java.util.List;

/** What became of a contract. */
public sealed interface Verdict {
  /**
   * What else there is to know: what was left out and why.
   *
   * @return clauses, empty where everything was examined
   */
  List<String> notes();

  /** Proved. */
  record Passed(List<String> notes) implements Verdict {
    public Passed {
      notes = List.copyOf(notes);
    }
  }

  /** Broken. */
  record Failed(List<Finding> findings, List<String> notes) implements Verdict {
    public Failed {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Not declared, and refused in the words declared for it.
   *
   * @param message the connector's words
   */
  record Refused(String message, List<String> notes) implements Verdict {
    public Refused {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Nothing to prove here.
   *
   * @param why what makes it so
   */
  record NotApplicable(String why, List<String> notes) implements Verdict {
    public NotApplicable {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Something that is wrong.
   *
   * @param seen what was seen, and where
   * @param fix what to do
   */
  record Finding(String seen, String fix) {
    @Override
    public String toString() {
      return seen + "\n  fix: " + fix;
    }
  }

  /** Whether it counts as broken. */
  default boolean isFailed() {
    return this instanceof Failed;
  }

  /** The outcome in a word or two. */
  default String word() {
    if (this instanceof Passed) {
      return "passed";
    }
    if (this instanceof Refused) {
      return "refused as declared";
    }
    return this instanceof Failed ? "FAILED" : "not applicable";
  }
}
