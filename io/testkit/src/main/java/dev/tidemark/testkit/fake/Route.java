// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which requests a handler answers.
 *
 * @param method such as {@code GET}
 */
record Route(String method, Pattern pattern, List<String> names, Handler handler) {
  private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)(\\.\\.\\.)?}");

  /**
   * Reads a pattern: {@code {name}} stands for one part between slashes, {@code {name...}} for the
   * rest.
   */
  static Route of(String method, String pattern, Handler handler) {
    List<String> names = new ArrayList<>();
    StringBuilder expression = new StringBuilder();
    Matcher matcher = NAME.matcher(pattern);
    int at = 0;
    while (matcher.find()) {
      expression.append(Pattern.quote(pattern.substring(at, matcher.start())));
      expression.append(matcher.group(2) == null ? "([^/]+)" : "(.*)");
      names.add(matcher.group(1));
      at = matcher.end();
    }
    expression.append(Pattern.quote(pattern.substring(at)));
    return new Route(method, Pattern.compile(expression.toString()), List.copyOf(names), handler);
  }

  /** What the pattern's names stand for in a path; empty where it does not match. */
  Optional<Map<String, String>> match(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(parts);
  }
}
