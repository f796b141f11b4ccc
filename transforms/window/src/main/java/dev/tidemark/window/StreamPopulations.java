// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.asset.Population;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of what exists a stream can see. Not safe for use by several threads. */
final class StreamPopulations {
  private final Map<String, Population> known = new TreeMap<>();
  private boolean changed;

  void add(Collection<Population> populations) {
    for (Population population : populations) {
      String key = population.kind() + '\n' + population.stratum();
      changed |= !population.equals(known.put(key, population));
    }
  }

  boolean hasChanged() {
    return changed;
  }

  /** All that is known if any of it changed, else nothing. */
  List<Population> takeChanged() {
    List<Population> taken = changed ? List.copyOf(known.values()) : List.of();
    changed = false;
    return taken;
  }
}
