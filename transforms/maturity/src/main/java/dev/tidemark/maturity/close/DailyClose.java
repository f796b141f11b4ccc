// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import dev.tidemark.maturity.score.Snapshot;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a closed day.
 *
 * @param day the UTC day
 * @param model id and version of the model it was scored under
 * @param snapshot what it was scored from
 * @param composites where each composite stood
 */
public record DailyClose(
    LocalDate day, String model, Snapshot snapshot, SortedMap<String, CompositeClose> composites) {
  public DailyClose {
    composites = Collections.unmodifiableSortedMap(new TreeMap<>(composites));
  }

  /**
   * Where one composite stood.
   *
   * @throws IllegalArgumentException if the model publishes none of that id
   */
  public CompositeClose composite(String id) {
    CompositeClose composite = composites.get(id);
    if (composite == null) {
      throw new IllegalArgumentException("the close of " + day + " has no composite " + id);
    }
    return composite;
  }
}
