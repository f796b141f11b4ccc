// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Classes as the scoring model knows them, from what tags call them. */
final class Sensitivity {
  /** Most sensitive first. */
  private static final List<String> ORDER = List.of("regulated", "sensitive", "internal", "public");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("identifier", "sensitive"),
          Map.entry("quasi_identifier", "sensitive"),
          Map.entry("confidential", "sensitive"),
          Map.entry("restricted", "sensitive"),
          Map.entry("secret", "sensitive"),
          Map.entry("pii", "sensitive"),
          Map.entry("phi", "regulated"),
          Map.entry("pci", "regulated"),
          Map.entry("hipaa", "regulated"),
          Map.entry("gdpr", "regulated"),
          Map.entry("insensitive", "internal"));

  private Sensitivity() {}

  /** The most sensitive of several tags' values; any value is a class. */
  static Optional<String> most(List<String> values) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .map(Sensitivity::named)
        .min((one, other) -> Integer.compare(rank(one), rank(other)));
  }

  private static String named(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return WORDS.getOrDefault(word, word);
  }

  /** A class nobody here knows is taken for less than a sensitive one and more than the others. */
  private static int rank(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? 3 : place * 2;
  }
}
