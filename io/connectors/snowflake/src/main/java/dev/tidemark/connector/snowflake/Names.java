// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names are meant; case does not matter.
 *
 * @param included patterns of which one must fit
 * @param excluded patterns of which none may fit
 */
record Names(List<Pattern> included, List<Pattern> excluded) {
  static Names matching(List<String> included, List<String> excluded) {
    return new Names(patterns(included), patterns(excluded));
  }

  boolean contains(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return fits(included, upper) && !fits(excluded, upper);
  }

  private static boolean fits(List<Pattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static List<Pattern> patterns(List<String> globs) {
    return globs.stream().map(Names::pattern).toList();
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        Arrays.stream(glob.toUpperCase(Locale.ROOT).split("(?<=[*?])|(?=[*?])"))
            .map(Names::part)
            .collect(Collectors.joining()),
        Pattern.DOTALL);
  }

  private static String part(String text) {
    return switch (text) {
      case "*" -> ".*";
      case "?" -> ".";
      default -> Pattern.quote(text);
    };
  }
}
