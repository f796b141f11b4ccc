// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table or view, by what the journal says happened to it.
 *
 * @param kind table or view
 * @param owned whether somebody owns it, other than the role the server was made with
 * @param texts which of its columns have a text; the empty name is the whole of it
 */
record Asset(String kind, boolean owned, int columns, boolean keyed, Set<String> texts) {
  /** What there is in the end, by name. */
  static Map<String, Asset> all(List<Entry> entries) {
    Map<String, Asset> assets = new TreeMap<>();
    for (Entry entry : entries) {
      switch (entry.what()) {
        case "made" -> assets.put(entry.subject(), made(entry.value().split(" ")));
        case "gone" -> assets.remove(entry.subject());
        case "described" -> there(assets, entry).texts.add(entry.value());
        case "undescribed" -> there(assets, entry).texts.remove(entry.value());
        default -> {}
      }
    }
    return assets;
  }

  private static Asset there(Map<String, Asset> assets, Entry entry) {
    return Objects.requireNonNull(assets.get(entry.subject()), entry.subject());
  }

  private static Asset made(String[] words) {
    return new Asset(
        words[0],
        words[1].equals("owned"),
        Integer.parseInt(words[2]),
        words[3].equals("key"),
        new HashSet<>());
  }

  /** A text for the whole and for four of five columns. */
  boolean described() {
    return texts.contains("") && 5 * describedColumns() >= 4 * columns;
  }

  private int describedColumns() {
    return texts.size() - (texts.contains("") ? 1 : 0);
  }

  /** In the words of {@link Rows#ASSETS}. */
  String facts() {
    return String.join(
        " ",
        kind,
        owned ? "owned" : "unowned",
        columns + " columns",
        keyed ? "key" : "keyless",
        described() ? "described" : "undescribed",
        describedColumns() + " texts");
  }
}
