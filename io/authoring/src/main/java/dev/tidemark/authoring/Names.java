// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names are meant, by patterns in which {@code *} stands for any characters and {@code ?} for
 * one. Immutable.
 *
 * @param included patterns of which one must fit
 * @param excluded patterns of which none may fit
 */
public record Names(List<Pattern> included, List<Pattern> excluded) {
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  public Names {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  /** Names compared as they are written. */
  public static Names matching(List<String> included, List<String> excluded) {
    return new Names(patterns(included, 0), patterns(excluded, 0));
  }

  /** Names of which case does not matter. */
  public static Names matchingAnyCase(List<String> included, List<String> excluded) {
    return new Names(patterns(included, ANY_CASE), patterns(excluded, ANY_CASE));
  }

  public boolean contains(String name) {
    return fits(included, name) && !fits(excluded, name);
  }

  private static boolean fits(List<Pattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static List<Pattern> patterns(List<String> globs, int flags) {
    return globs.stream().map(glob -> pattern(glob, flags)).toList();
  }

  private static Pattern pattern(String glob, int flags) {
    return Pattern.compile(
        Arrays.stream(glob.split("(?<=[*?])|(?=[*?])"))
            .map(Names::part)
            .collect(Collectors.joining()),
        Pattern.DOTALL | flags);
  }

  private static String part(String text) {
    return switch (text) {
      case "*" -> ".*";
      case "?" -> ".";
      default -> Pattern.quote(text);
    };
  }
}
