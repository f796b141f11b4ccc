// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Classes as the scoring model knows them, from the vendor's levels and compliance groups. */
final class Sensitivity {
  /** Most sensitive first. */
  private static final List<String> ORDER = List.of("regulated", "sensitive", "internal", "public");

  private static final Map<String, String> LEVELS =
      Map.of(
          "Public", "public",
          "Internal", "internal",
          "Confidential", "sensitive",
          "Restricted", "sensitive",
          "MissionCritical", "sensitive");

  /** Groups that are laws; PII is a property. */
  private static final Set<String> LAWS = Set.of("HIPAA", "GDPR", "PCI", "COPPA", "CCPA");

  private Sensitivity() {}

  /**
   * The class of a field.
   *
   * @param level such as {@code Confidential}; empty where none is set
   * @param groups such as {@code GDPR;PII}; empty where none is set
   */
  static Optional<String> of(String level, String groups) {
    List<String> all = Arrays.stream(nothing(groups).split(";")).map(String::strip).toList();
    if (all.stream().anyMatch(LAWS::contains)) {
      return Optional.of("regulated");
    }
    if (all.contains("PII")) {
      return Optional.of("sensitive");
    }
    String known = nothing(level);
    // What an organisation calls a level of its own is one, if not one that needs protection.
    return known.isEmpty() ? Optional.empty() : Optional.of(LEVELS.getOrDefault(known, "internal"));
  }

  private static String nothing(String text) {
    return text.equals("null") ? "" : text.strip();
  }

  static boolean isSensitive(String level) {
    return ORDER.indexOf(level) < 2;
  }

  static Optional<String> most(Collection<String> classes) {
    return classes.stream().min(Comparator.comparingInt(ORDER::indexOf));
  }
}
