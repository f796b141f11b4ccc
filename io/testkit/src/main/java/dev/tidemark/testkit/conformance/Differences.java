// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.Bytes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How what was read differs from what should have been, in a clause short enough to read. */
final class Differences {
  private static final int SHOWN = 3;

  private Differences() {}

  static String between(Map<String, Bytes> expected, Map<String, Bytes> found) {
    Set<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(found.keySet());
    Set<String> surplus = new TreeSet<>(found.keySet());
    surplus.removeAll(expected.keySet());
    Set<String> changed = new TreeSet<>(expected.keySet());
    changed.removeIf(
        key -> !found.containsKey(key) || Objects.equals(found.get(key), expected.get(key)));
    return "missing " + some(missing) + ", surplus " + some(surplus) + ", other " + some(changed);
  }

  private static String some(Set<String> keys) {
    String shown = String.join(", ", keys.stream().limit(SHOWN).toList());
    return keys.size()
        + (keys.isEmpty() ? "" : " (" + shown + (keys.size() > SHOWN ? ", ..." : "") + ")");
  }
}
