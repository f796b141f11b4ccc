// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found not long ago, under all it depends on: what depends on something else now is
 * looked for again. So many at most, the least asked for go first. For any number of threads.
 */
final class Remembered<K, V> {
  private final Map<K, V> found = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  Remembered(int most) {
    this.most = most;
  }

  /** What is remembered, or what is looked for now; two who ask at once may both look. */
  V of(K key, Supplier<V> search) {
    V known = known(key).orElseGet(search);
    synchronized (found) {
      found.put(key, known);
      if (found.size() > most) {
        found.remove(found.keySet().iterator().next());
      }
    }
    return known;
  }

  private Optional<V> known(K key) {
    synchronized (found) {
      return Optional.ofNullable(found.get(key));
    }
  }
}
