// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.util.List;
import java.util.Map;

/**
 * What measuring one aim came to.
 *
 * @param name of the folder it is kept in
 * @param how in a paragraph, how it was measured and what was held to what is right
 * @param missed where an aim is missed, why, and what to try next; empty otherwise
 * @param body tables
 * @param files by name: raw figures and plots
 */
public record Findings(
    String name,
    String title,
    String how,
    List<Verdict> verdicts,
    String missed,
    Markdown body,
    Map<String, String> files) {
  public Findings {
    verdicts = List.copyOf(verdicts);
    files = Map.copyOf(files);
  }
}
