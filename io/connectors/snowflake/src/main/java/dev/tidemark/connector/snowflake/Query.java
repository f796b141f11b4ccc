// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL kept in a resource, fitted to what an account shows. A line that ends in {@code -- VIEW} or
 * {@code -- VIEW.COLUMN} is there only where that can be seen, one that ends in {@code --
 * !VIEW.COLUMN} only where it cannot; of several marks all must hold. {@code #list(name)} stands
 * for a list of quoted texts.
 */
final class Query {
  private static final Pattern MARKS = Pattern.compile("(.*?)\\s*-- ([!A-Z_. ]+)$");
  private static final Pattern LIST = Pattern.compile("#list\\(([a-z-]+)\\)");

  private Query() {}

  /**
   * The statement of that name.
   *
   * @param visible whether a view, or a column as {@code VIEW.COLUMN}, can be seen
   */
  static String of(String name, Predicate<String> visible) {
    return text(name)
        .lines()
        .filter(line -> stays(line, visible))
        .map(line -> MARKS.matcher(line).replaceAll("$1"))
        .collect(Collectors.joining("\n"));
  }

  /** The columns, as {@code VIEW.COLUMN}, a statement can do without. */
  static Set<String> optional(String name) {
    return text(name)
        .lines()
        .map(MARKS::matcher)
        .filter(Matcher::matches)
        .flatMap(marks -> Arrays.stream(marks.group(2).split(" ")))
        .filter(mark -> mark.indexOf('.') > 0 && !mark.startsWith("!"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The statement with its lists filled in. */
  static String filled(String sql, Function<String, List<String>> lists) {
    return LIST.matcher(sql)
        .replaceAll(list -> Matcher.quoteReplacement(quoted(lists.apply(list.group(1)))));
  }

  private static boolean stays(String line, Predicate<String> visible) {
    Matcher marks = MARKS.matcher(line);
    return !marks.matches()
        || Arrays.stream(marks.group(2).split(" "))
            .allMatch(
                mark ->
                    mark.startsWith("!") ? !visible.test(mark.substring(1)) : visible.test(mark));
  }

  /** Quotes are doubled; a backslash, which escapes within quotes, is as well. */
  private static String quoted(List<String> texts) {
    return texts.isEmpty()
        ? "''"
        : texts.stream()
            .map(text -> "'" + text.replace("\\", "\\\\").replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
  }

  private static String text(String name) {
    try (InputStream resource = Query.class.getResourceAsStream(name + ".sql")) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
