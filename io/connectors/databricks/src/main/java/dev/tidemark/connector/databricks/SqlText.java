// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements kept as resources, fitted to what an account shows. A line that ends in {@code --
 * schema.table} or {@code -- schema.table.column} is there only where that can be seen, one that
 * ends in {@code -- !schema.table.column} only where it cannot.
 */
final class SqlText {
  /** The column that tells a row from the others. */
  static final String KEY = "row_key";

  /** The column with a row's time, in microseconds. */
  static final String AT = "at_micros";

  private static final Pattern MARK = Pattern.compile("(.*?)\\s*-- (!?[a-z_]+\\.[a-z_.]+)$");

  private SqlText() {}

  /**
   * The statement of that name.
   *
   * @param visible whether a table, or a column of one, can be seen
   */
  static String of(String name, Predicate<String> visible) {
    return text(name)
        .lines()
        .filter(line -> stays(line, visible))
        .map(line -> MARK.matcher(line).replaceAll("$1"))
        .collect(Collectors.joining("\n"));
  }

  /** The tables and columns a statement can do without. */
  static Set<String> optional(String name) {
    return text(name)
        .lines()
        .map(MARK::matcher)
        .filter(Matcher::matches)
        .map(mark -> mark.group(2))
        .filter(mark -> !mark.startsWith("!"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The tables of the system catalogue a statement reads, as {@code schema.table}. */
  static Set<String> tables(String name) {
    Matcher matcher = Pattern.compile("system\\.([a-z_]+\\.[a-z_]+)").matcher(text(name));
    return matcher.results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean stays(String line, Predicate<String> visible) {
    Matcher mark = MARK.matcher(line);
    return !mark.matches()
        || Arrays.stream(mark.group(2).split(" "))
            .allMatch(it -> it.startsWith("!") ? !visible.test(it.substring(1)) : visible.test(it));
  }

  private static String text(String name) {
    try (InputStream resource = SqlText.class.getResourceAsStream(name + ".sql")) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
