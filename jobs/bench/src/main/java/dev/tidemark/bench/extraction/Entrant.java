// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import java.util.List;
import java.util.stream.Stream;

/** Who extracts. */
public enum Entrant {
  /** The job as shipped, whole: it checks, folds, commits and scores. */
  GRAPH("our graph"),
  /** A client that reads every answer and throws it away: less cannot be done. */
  DISCARDING("GET and discard"),
  /** A client that also parses and adds up. */
  PARSING("GET and parse"),
  /** The extractor dlt, in Python. */
  DLT("dlt");

  private final String title;

  Entrant(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Those that can be had here: dlt where it is installed. */
  public static List<Entrant> present() {
    return Stream.of(values()).filter(it -> it != DLT || Dlt.isInstalled()).toList();
  }
}
