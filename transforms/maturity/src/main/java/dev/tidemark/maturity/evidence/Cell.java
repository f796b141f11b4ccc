// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.model.metric.SubjectKind;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number of subjects of one kind in one stratum that share one combination of facts. Facts
 * whose names end in {@code .day} are ISO dates, so questions like "read within 90 days" are asked
 * at the moment of scoring.
 */
public record Cell(String stratum, SubjectKind kind, Map<String, String> facts, long count) {
  public Cell {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    if (count < 0) {
      throw new IllegalArgumentException(
          "a cell of " + stratum + " cannot hold " + count + " subjects");
    }
  }
}
